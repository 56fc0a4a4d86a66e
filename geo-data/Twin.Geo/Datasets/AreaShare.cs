using Twin.Model.Units;

namespace Twin.Geo.Datasets;

/// <summary>How much of a unit's area lies in a unit of another date, from an overlay of both maps.</summary>
/// <param name="PredecessorDate">The last day of the predecessor's map.</param>
/// <param name="Date">The first day of the successor's map.</param>
/// <param name="Predecessor">The unit of the earlier map.</param>
/// <param name="Successor">The unit of the later map.</param>
/// <param name="Share">Share of the predecessor's area, above 0 and at most 1.</param>
public sealed record AreaShare(
    DateOnly PredecessorDate,
    DateOnly Date,
    AdministrativeUnitCode Predecessor,
    AdministrativeUnitCode Successor,
    double Share);
