using Twin.Model.Vessels;

namespace Twin.Grains.Vessels;

/// <summary>What became of an entry.</summary>
/// <param name="IsFull">Whether there was no room, so that nothing was entered.</param>
/// <param name="IsNew">Whether the vessel had not been registered before.</param>
/// <param name="FormerName">The name that stood for the vessel before and does no longer: the MMSI that it had.</param>
/// <param name="IsStale">Whether somebody had entered it otherwise meanwhile, so that nothing was entered.</param>
[GenerateSerializer, Immutable, Alias("twin.RegisterOutcome")]
public readonly record struct RegisterOutcome(
    [property: Id(0)] bool IsFull,
    [property: Id(1)] bool IsNew,
    [property: Id(2)] VesselId? FormerName,
    [property: Id(3)] bool IsStale = false);
