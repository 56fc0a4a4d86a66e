using Twin.Model.Vessels;

namespace Twin.Api.Vessels.Tracks;

/// <summary>
/// The vessels over a span of time, column by column: the first of the columns up to <see cref="ChangeCount"/> is of
/// the first vessel. Its first so many moments and changes of contact are those of the columns after them.
/// </summary>
internal sealed record FleetPastAnswer
{
    private static readonly SizeClass[] AllSizes = Enum.GetValues<SizeClass>();
    private static readonly ContactState[] AllContacts = Enum.GetValues<ContactState>();
    private static readonly ZoneKind[] AllZones = Enum.GetValues<ZoneKind>();

    /// <summary>Where the span begins.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Where it ends.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>Of what was heard more often than that not all is told; contact is told so exactly.</summary>
    public required int StepMinutes { get; init; }

    /// <summary>The units that <see cref="HomeUnit"/> points into, by code.</summary>
    public required IReadOnlyList<string> Units { get; init; }

    /// <summary>The classes that <see cref="SizeClass"/> points into.</summary>
    public required IReadOnlyList<SizeClass> SizeClasses { get; init; }

    /// <summary>The states that <see cref="Contact"/> points into.</summary>
    public required IReadOnlyList<ContactState> Contacts { get; init; }

    /// <summary>The kinds that <see cref="Zone"/> points into.</summary>
    public required IReadOnlyList<ZoneKind> Zones { get; init; }

    /// <summary>What each answers to.</summary>
    public required IReadOnlyList<string> Id { get; init; }

    /// <summary>The place of its unit in <see cref="Units"/>; -1 where it has none.</summary>
    public required IReadOnlyList<int> HomeUnit { get; init; }

    /// <summary>The place of its class in <see cref="SizeClasses"/>; -1 where nobody measured it.</summary>
    public required IReadOnlyList<int> SizeClass { get; init; }

    /// <summary>1 where it has all papers that it must have now, else 0.</summary>
    public required IReadOnlyList<int> IsEligible { get; init; }

    /// <summary>1 where it has no registration, no inspection and no licence now, else 0.</summary>
    public required IReadOnlyList<int> IsThreeNo { get; init; }

    /// <summary>How many of the moments are its.</summary>
    public required IReadOnlyList<int> MomentCount { get; init; }

    /// <summary>How many of the changes of contact are its.</summary>
    public required IReadOnlyList<int> ChangeCount { get; init; }

    /// <summary>Of each moment: how many seconds after <see cref="From"/>; less than 0 before it.</summary>
    public required IReadOnlyList<long> AtSeconds { get; init; }

    /// <summary>Degrees east, to ten meters.</summary>
    public required IReadOnlyList<double> Longitude { get; init; }

    /// <summary>Degrees north, to ten meters.</summary>
    public required IReadOnlyList<double> Latitude { get; init; }

    /// <summary>The course over ground, to a degree; <c>null</c> where it lay still or did not tell.</summary>
    public required IReadOnlyList<int?> CourseOverGroundDegrees { get; init; }

    /// <summary>The place of the zone in <see cref="Zones"/>; -1 where nobody knows.</summary>
    public required IReadOnlyList<int> Zone { get; init; }

    /// <summary>1 where it stayed although its rule forbade it to, else 0.</summary>
    public required IReadOnlyList<int> Violates { get; init; }

    /// <summary>Of each change of contact: how many seconds after <see cref="From"/>.</summary>
    public required IReadOnlyList<long> ChangedAtSeconds { get; init; }

    /// <summary>The place of the state from then on in <see cref="Contacts"/>.</summary>
    public required IReadOnlyList<int> Contact { get; init; }

    /// <summary>The answer for vessels in the order given.</summary>
    public static FleetPastAnswer Of(
        IReadOnlyCollection<PastVessel> vessels, DateTimeOffset from, DateTimeOffset to, int stepMinutes)
    {
        var units = vessels.Select(one => one.Standing.Group.HomeUnit?.Value).OfType<string>()
            .Distinct(StringComparer.Ordinal).ToArray();
        var places = units.Select((unit, i) => (unit, i))
            .ToDictionary(one => one.unit, one => one.i, StringComparer.Ordinal);
        var moments = vessels.SelectMany(one => one.Moments).ToArray();
        var changes = vessels.SelectMany(one => one.Changes).ToArray();
        return new FleetPastAnswer
        {
            From = from,
            To = to,
            StepMinutes = stepMinutes,
            Units = units,
            SizeClasses = AllSizes,
            Contacts = AllContacts,
            Zones = AllZones,
            Id = [.. vessels.Select(one => one.Standing.Vessel.Id.Value)],
            HomeUnit = [.. vessels.Select(one => one.Standing.Group.HomeUnit is { } unit ? places[unit.Value] : -1)],
            SizeClass = [.. vessels.Select(one => one.Standing.Group.SizeClass is { } size ? (int)size : -1)],
            IsEligible = [.. vessels.Select(one => one.Standing.Group.IsEligible ? 1 : 0)],
            IsThreeNo = [.. vessels.Select(one => one.Standing.Group.IsThreeNo ? 1 : 0)],
            MomentCount = [.. vessels.Select(one => one.Moments.Length)],
            ChangeCount = [.. vessels.Select(one => one.Changes.Length)],
            AtSeconds = [.. moments.Select(one => Seconds(one.Report.PhenomenonTime))],
            Longitude = [.. moments.Select(one => Math.Round(one.Report.Position.LongitudeDegrees, 4))],
            Latitude = [.. moments.Select(one => Math.Round(one.Report.Position.LatitudeDegrees, 4))],
            CourseOverGroundDegrees = [.. moments.Select(one => Course(one.Report))],
            Zone = [.. moments.Select(one => one.Zone is { } zone ? (int)zone : -1)],
            Violates = [.. moments.Select(one => one.Violates ? 1 : 0)],
            ChangedAtSeconds = [.. changes.Select(one => Seconds(one.At))],
            Contact = [.. changes.Select(one => (int)one.Contact)],
        };

        long Seconds(DateTimeOffset at) => (long)Math.Floor((at - from).TotalSeconds);
    }

    // A boat that lies still points nowhere, whatever course its receiver works out.
    private static int? Course(PositionReport report) =>
        report is { SpeedOverGroundKnots: >= 0.5, CourseOverGroundDegrees: { } course }
            ? (int)Math.Round(course)
            : null;
}
