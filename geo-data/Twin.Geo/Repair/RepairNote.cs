using Twin.Model.Space;

namespace Twin.Geo.Repair;

/// <summary>One thing that was wrong with a shape.</summary>
/// <param name="Kind">What.</param>
/// <param name="Count">How often, such as of points; 1 for one place.</param>
/// <param name="At">A place where; <c>null</c> where there is none to show.</param>
/// <param name="AreaSquareMeters">How much ground it is about; 0 for none.</param>
public sealed record RepairNote(RepairKind Kind, int Count, GeoPosition? At, double AreaSquareMeters);
