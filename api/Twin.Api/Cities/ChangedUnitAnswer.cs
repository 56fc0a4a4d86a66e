using Twin.Model.Units;

namespace Twin.Api.Cities;

/// <summary>One version of a unit, in short.</summary>
/// <param name="Code">The code.</param>
/// <param name="NameVi">The Vietnamese name.</param>
/// <param name="NameEn">The English name.</param>
/// <param name="Level">The level.</param>
/// <param name="UpperUnit">The unit directly above; null at the root.</param>
/// <param name="ValidFrom">The first day.</param>
/// <param name="ValidTo">The last day; null while it lasts.</param>
internal sealed record ChangedUnitAnswer(
    string Code,
    string NameVi,
    string NameEn,
    AdministrativeLevel Level,
    string? UpperUnit,
    DateOnly ValidFrom,
    DateOnly? ValidTo)
{
    /// <summary>Makes the answer of a version.</summary>
    public static ChangedUnitAnswer Of(AdministrativeUnit unit) => new(
        unit.Code.Value,
        unit.NameVi,
        unit.NameEn,
        unit.Level,
        unit.UpperUnit?.Value,
        unit.ValidFrom,
        unit.ValidTo);
}
