using Twin.Model.Units;

namespace Twin.Api.Exchange.Maps;

/// <summary>A unit that a map file does not draw.</summary>
/// <param name="Code">The code.</param>
/// <param name="NameVi">The Vietnamese name.</param>
/// <param name="Level">The level.</param>
/// <param name="KeepsShape">Whether it keeps what the new shapes leave of the one that it had.</param>
internal sealed record MissingUnitAnswer(string Code, string NameVi, AdministrativeLevel Level, bool KeepsShape);
