using Twin.Model.Units;

namespace Twin.Model.Boundaries;

/// <summary>A unit that the successions name and nothing is known of: another province's.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Level">The level of what it went to, taken for its own.</param>
/// <param name="Into">Where it went.</param>
internal readonly record struct MissingUnit(
    AdministrativeUnitCode Code, AdministrativeLevel Level, AdministrativeUnitCode Into);
