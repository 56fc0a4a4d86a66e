namespace Twin.Model.Units;

/// <summary>Which unit became which, when, and how much of it.</summary>
/// <param name="Date">The first day of the successor.</param>
/// <param name="Predecessor">The unit that ended; it may be unknown to this dataset (another province's).</param>
/// <param name="Successor">The unit that took it over.</param>
/// <param name="IsWhole">Whether all of the predecessor went there.</param>
/// <param name="AreaShare">Share of the predecessor's area, 0 to 1; <c>null</c> where not known.</param>
/// <param name="Basis">What the row rests on: <c>official</c>, <c>overlay</c> or <c>inferred</c>.</param>
public sealed record Succession(
    DateOnly Date,
    AdministrativeUnitCode Predecessor,
    AdministrativeUnitCode Successor,
    bool IsWhole,
    double? AreaShare,
    string Basis)
{
    /// <summary>Share of the predecessor's people, 0 to 1; <c>null</c> where not published.</summary>
    public double? PopulationShare { get; init; }
}
