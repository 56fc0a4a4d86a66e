using Twin.Model.Vessels;

namespace Twin.Grains.Vessels;

/// <summary>A vessel as somebody entered it, or entered it anew.</summary>
[GenerateSerializer, Immutable, Alias("twin.RegisterEntry")]
public sealed record RegisterEntry
{
    /// <summary>What was entered, whole.</summary>
    [Id(0)]
    public required Vessel Vessel { get; init; }

    /// <summary>Who did.</summary>
    [Id(1)]
    public required string By { get; init; }

    /// <summary>When.</summary>
    [Id(2)]
    public required DateTimeOffset At { get; init; }

    /// <summary>Why, as far as somebody said.</summary>
    [Id(3)]
    public string? Reason { get; init; }

    /// <summary>
    /// What was heard until then of the radio of the vessel, while nobody knew whose it was: it is the vessel's from
    /// now on.
    /// </summary>
    [Id(4)]
    public TrackedVesselState? Heard { get; init; }

    /// <summary>
    /// The vessel as whoever enters it has seen it: entered only while it is so. <c>null</c> asks for nothing, and is
    /// what is kept.
    /// </summary>
    [Id(5)]
    public Vessel? Seen { get; init; }
}
