using Twin.Model.Duties;

namespace Twin.Grains.Duties;

/// <summary>A decision as it is kept.</summary>
/// <param name="Id">The report.</param>
/// <param name="Mark">The decision.</param>
[GenerateSerializer, Immutable, Alias("twin.DecidedDuty")]
internal sealed record DecidedDuty([property: Id(0)] string Id, [property: Id(1)] DutyMark Mark);
