using Twin.Model.Vessels;

namespace Twin.Api.Vessels;

/// <summary>A vessel as it stands.</summary>
internal sealed record VesselAnswer
{
    /// <summary>What it answers to.</summary>
    public required string Id { get; init; }

    /// <summary>The registration number; <c>null</c> where it was never registered.</summary>
    public string? RegistrationNumber { get; init; }

    /// <summary>The nine digits of its radio.</summary>
    public string? Mmsi { get; init; }

    /// <summary>The IMO number.</summary>
    public int? ImoNumber { get; init; }

    /// <summary>The call sign.</summary>
    public string? CallSign { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The greatest length.</summary>
    public double? LengthMeters { get; init; }

    /// <summary>The class of its length.</summary>
    public SizeClass? SizeClass { get; init; }

    /// <summary>The code of the unit that it belongs to.</summary>
    public string? HomeUnit { get; init; }

    /// <summary>A reference to its owner.</summary>
    public string? OwnerReference { get; init; }

    /// <summary>What it fishes with.</summary>
    public string? Gear { get; init; }

    /// <summary>The registration.</summary>
    public required PaperAnswer Registration { get; init; }

    /// <summary>The inspection.</summary>
    public required PaperAnswer Inspection { get; init; }

    /// <summary>The fishing licence.</summary>
    public required PaperAnswer Licence { get; init; }

    /// <summary>The device that reports positions.</summary>
    public required PaperAnswer Beacon { get; init; }

    /// <summary>Whether it has all papers that it must have.</summary>
    public required bool IsEligible { get; init; }

    /// <summary>Why not.</summary>
    public required IReadOnlyList<PaperReasonAnswer> Reasons { get; init; }

    /// <summary>Whether it has no registration, no inspection and no licence: all three.</summary>
    public required bool IsThreeNo { get; init; }

    /// <summary>Whether it is heard.</summary>
    public required ContactState Contact { get; init; }

    /// <summary>How many minutes it has been silent, without the time in which its feed was down.</summary>
    public double? SilenceMinutes { get; init; }

    /// <summary>When of the day a lost one was last heard.</summary>
    public LostSlot? LostSlot { get; init; }

    /// <summary>Its last position.</summary>
    public PositionAnswer? LastPosition { get; init; }

    /// <summary>Where it was heard last: the zone by distance from the coast, or a port.</summary>
    public ZoneStayAnswer? Zone { get; init; }

    /// <summary>The closed area that it was heard in last.</summary>
    public ZoneStayAnswer? ClosedArea { get; init; }

    /// <summary>Where it stays although its rule forbids it to.</summary>
    public required IReadOnlyList<ZoneViolationAnswer> Violations { get; init; }

    /// <summary>The last times in which it was lost, oldest first; the last may last.</summary>
    public required IReadOnlyList<EpisodeAnswer> Episodes { get; init; }

    /// <summary>How often it was lost since it was first heard.</summary>
    public required int EpisodeCount { get; init; }

    /// <summary>Reports that did not move it, by why.</summary>
    public required KeptApartAnswer KeptApart { get; init; }

    /// <summary>Whether it was made up for demonstration.</summary>
    public required bool IsDemo { get; init; }

    /// <summary>The answer for a vessel.</summary>
    public static VesselAnswer Of(VesselStanding standing)
    {
        var (vessel, papers) = (standing.Vessel, standing.Papers);
        return new VesselAnswer
        {
            Id = vessel.Id.Value,
            RegistrationNumber = vessel.RegistrationNumber,
            Mmsi = vessel.Mmsi?.ToString(),
            ImoNumber = vessel.ImoNumber,
            CallSign = vessel.CallSign,
            Name = vessel.Name,
            LengthMeters = vessel.LengthMeters,
            SizeClass = vessel.SizeClass,
            HomeUnit = vessel.HomeUnit?.Value,
            OwnerReference = vessel.OwnerReference,
            Gear = vessel.Gear,
            Registration = PaperAnswer.Of(papers.Registration, vessel.Registration),
            Inspection = PaperAnswer.Of(papers.Inspection, vessel.Inspection),
            Licence = PaperAnswer.Of(papers.Licence, vessel.Licence),
            Beacon = PaperAnswer.Of(papers.Beacon, vessel.Beacon?.OnBoard),
            IsEligible = papers.IsEligible,
            Reasons = [.. papers.Reasons.Select(reason =>
                new PaperReasonAnswer(reason.Paper, reason.State, reason.Source))],
            IsThreeNo = papers.IsThreeNo,
            Contact = standing.Contact.State,
            SilenceMinutes = standing.Last is null ? null : Math.Round(standing.Contact.Silence.TotalMinutes, 1),
            LostSlot = standing.Group.LostSlot,
            LastPosition = standing.Last is { } last ? PositionAnswer.Of(last) : null,
            Zone = standing.Belt is { } belt ? ZoneStayAnswer.Of(belt, standing.Last) : null,
            ClosedArea = standing.Closed is { Zone: not null } closed ? ZoneStayAnswer.Of(closed, standing.Last) : null,
            Violations = [.. standing.Violations.Select(ZoneViolationAnswer.Of)],
            Episodes = [.. standing.Episodes.Select(EpisodeAnswer.Of)],
            EpisodeCount = standing.EpisodeCount,
            KeptApart = KeptApartAnswer.Of([.. standing.Verdicts.Select(count => (long)count)]),
            IsDemo = vessel.IsDemo,
        };
    }
}
