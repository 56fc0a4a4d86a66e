using NetTopologySuite.Geometries;
using Twin.Model.Units;

namespace Twin.Api.Space;

/// <summary>A unit with its shape.</summary>
/// <param name="Unit">The version of the unit.</param>
/// <param name="Shape">A polygon or multipolygon in CRS84; <c>null</c> where no map has it.</param>
/// <param name="IsSchematic">Whether the shape is drawn and not surveyed.</param>
internal sealed record UnitFeature(AdministrativeUnit Unit, Geometry? Shape, bool IsSchematic);
