namespace Twin.Api.Space;

/// <summary>The vessels in an area.</summary>
internal sealed record AreaVesselsAnswer
{
    /// <summary>The instant at which they are there.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How many there are.</summary>
    public required int Vessels { get; init; }

    /// <summary>How many of them are lost, by either clock.</summary>
    public required int Lost { get; init; }

    /// <summary>How many have not all papers that they must have.</summary>
    public required int NotEligible { get; init; }

    /// <summary>How many have no registration, no inspection and no licence.</summary>
    public required int ThreeNo { get; init; }

    /// <summary>The same by size and contact; groups that nobody is in are left out.</summary>
    public required IReadOnlyList<AreaVesselGroupAnswer> Groups { get; init; }
}
