using Twin.Model.Vessels;

namespace Twin.Api.Vessels;

/// <summary>A group of vessels; members that were not asked for are left out.</summary>
internal sealed record FleetGroupAnswer
{
    /// <summary>
    /// The code of the unit below, or their own where the one asked for no longer stands; <c>null</c> also where it is
    /// not known.
    /// </summary>
    public string? Unit { get; init; }

    /// <summary>The class of length; <c>null</c> also where it is not known.</summary>
    public SizeClass? SizeClass { get; init; }

    /// <summary>Whether they are heard.</summary>
    public ContactState? Contact { get; init; }

    /// <summary>Whether they have all papers that they must have.</summary>
    public bool? IsEligible { get; init; }

    /// <summary>Whether they have no registration, no inspection and no licence.</summary>
    public bool? IsThreeNo { get; init; }

    /// <summary>When of the day lost ones were last heard.</summary>
    public LostSlot? LostSlot { get; init; }

    /// <summary>Where they were heard last; <c>null</c> also for those that never were.</summary>
    public ZoneKind? Zone { get; init; }

    /// <summary>What they fish with; <c>null</c> also where it is not known.</summary>
    public string? Gear { get; init; }

    /// <summary>Whether they stay where their rule forbids them to.</summary>
    public bool? Violates { get; init; }

    /// <summary>How many there are.</summary>
    public int Vessels { get; init; }

    /// <summary>How often they were lost.</summary>
    public int Episodes { get; init; }
}
