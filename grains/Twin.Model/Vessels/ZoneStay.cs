namespace Twin.Model.Vessels;

/// <summary>
/// A vessel's stay in a zone, or outside all. Immutable: reports that change nothing give the same one.
/// </summary>
public sealed record ZoneStay
{
    /// <summary>The code of the zone; <c>null</c> outside all.</summary>
    public required string? Zone { get; init; }

    /// <summary>What the zone is.</summary>
    public required ZoneKind Kind { get; init; }

    /// <summary>When the vessel entered: the first report from there.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The zone that it left then; <c>null</c> where it was in none, or where nobody knows.</summary>
    public string? Left { get; init; }

    /// <summary>The first of its last reports that are all from elsewhere: it is about to leave.</summary>
    public DateTimeOffset? AwaySince { get; init; }

    /// <summary>Where the last of them was; <c>null</c> outside all.</summary>
    public string? Next { get; init; }

    /// <summary>The first of them from there without a break.</summary>
    public DateTimeOffset? NextSince { get; init; }

    /// <summary>The first report since it entered by which it was not just passing; only where its rule asks.</summary>
    public DateTimeOffset? StayingSince { get; init; }

    /// <summary>That it may not be here, once it has been here long enough.</summary>
    public ZoneViolation? Violation { get; init; }
}
