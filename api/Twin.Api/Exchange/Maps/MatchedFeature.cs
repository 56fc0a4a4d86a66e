using Twin.Model.Units;

namespace Twin.Api.Exchange.Maps;

/// <summary>The unit that a feature is.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="IsByCode">Whether its code told; its name otherwise.</param>
/// <param name="OtherName">The name in the file where that is another than the unit's; <c>null</c> else.</param>
internal sealed record MatchedFeature(AdministrativeUnit Unit, bool IsByCode, string? OtherName);
