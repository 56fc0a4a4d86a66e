using Twin.Model.Vessels;

namespace Twin.Api.Vessels;

/// <summary>
/// Vessels as they are drawn, column by column: the first of each column is of the first vessel. A vessel that was
/// never heard is not among them.
/// </summary>
internal sealed record FleetPositionsAnswer
{
    private static readonly SizeClass[] AllSizes = Enum.GetValues<SizeClass>();
    private static readonly ContactState[] AllContacts = Enum.GetValues<ContactState>();
    private static readonly ZoneKind[] AllZones = Enum.GetValues<ZoneKind>();

    /// <summary>The instant; to be given as <c>since</c> the next time.</summary>
    public required DateTimeOffset AsOf { get; init; }

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

    /// <summary>Degrees east, to a meter.</summary>
    public required IReadOnlyList<double> Longitude { get; init; }

    /// <summary>Degrees north, to a meter.</summary>
    public required IReadOnlyList<double> Latitude { get; init; }

    /// <summary>The course over ground; <c>null</c> where it was not told.</summary>
    public required IReadOnlyList<double?> CourseOverGroundDegrees { get; init; }

    /// <summary>The speed over ground; <c>null</c> where it was not told.</summary>
    public required IReadOnlyList<double?> SpeedOverGroundKnots { get; init; }

    /// <summary>How many seconds before <see cref="AsOf"/> it was there.</summary>
    public required IReadOnlyList<long> AgeSeconds { get; init; }

    /// <summary>The place of its unit in <see cref="Units"/>; -1 where it has none.</summary>
    public required IReadOnlyList<int> HomeUnit { get; init; }

    /// <summary>The place of its class in <see cref="SizeClasses"/>; -1 where nobody measured it.</summary>
    public required IReadOnlyList<int> SizeClass { get; init; }

    /// <summary>The place of its state in <see cref="Contacts"/>.</summary>
    public required IReadOnlyList<int> Contact { get; init; }

    /// <summary>1 where it has all papers that it must have, else 0.</summary>
    public required IReadOnlyList<int> IsEligible { get; init; }

    /// <summary>1 where it has no registration, no inspection and no licence, else 0.</summary>
    public required IReadOnlyList<int> IsThreeNo { get; init; }

    /// <summary>The place in <see cref="Zones"/> of where it was heard last; -1 where nobody knows.</summary>
    public required IReadOnlyList<int> Zone { get; init; }

    /// <summary>1 where it stays although its rule forbids it to, else 0.</summary>
    public required IReadOnlyList<int> Violates { get; init; }

    /// <summary>What is no longer a vessel of its own; to be taken from the map.</summary>
    public required IReadOnlyList<string> Gone { get; init; }

    /// <summary>The answer for vessels in the order given.</summary>
    public static FleetPositionsAnswer Of(
        IReadOnlyCollection<VesselMark> marks, IEnumerable<VesselId> gone, DateTimeOffset at)
    {
        var units = new Dictionary<string, int>(StringComparer.Ordinal);
        return new FleetPositionsAnswer
        {
            AsOf = at,
            HomeUnit = [.. marks.Select(mark => Place(units, mark.Group.HomeUnit?.Value))],
            Units = [.. units.Keys],
            SizeClasses = AllSizes,
            Contacts = AllContacts,
            Zones = AllZones,
            Id = [.. marks.Select(mark => mark.Id.Value)],
            Longitude = [.. marks.Select(mark => Math.Round(mark.Last.Position.LongitudeDegrees, 5))],
            Latitude = [.. marks.Select(mark => Math.Round(mark.Last.Position.LatitudeDegrees, 5))],
            CourseOverGroundDegrees = [.. marks.Select(mark => mark.Last.CourseOverGroundDegrees)],
            SpeedOverGroundKnots = [.. marks.Select(mark => mark.Last.SpeedOverGroundKnots)],
            AgeSeconds = [.. marks.Select(mark => (long)(at - mark.Last.PhenomenonTime).TotalSeconds)],
            SizeClass = [.. marks.Select(mark => mark.Group.SizeClass is { } size ? (int)size : -1)],
            Contact = [.. marks.Select(mark => (int)mark.Group.Contact)],
            IsEligible = [.. marks.Select(mark => mark.Group.IsEligible ? 1 : 0)],
            IsThreeNo = [.. marks.Select(mark => mark.Group.IsThreeNo ? 1 : 0)],
            Zone = [.. marks.Select(mark => mark.Group.Zone is { } zone ? (int)zone : -1)],
            Violates = [.. marks.Select(mark => mark.Group.Violates ? 1 : 0)],
            Gone = [.. gone.Select(id => id.Value)],
        };
    }

    // A dictionary that nothing is taken from lists its keys in the order in which they came.
    private static int Place(Dictionary<string, int> units, string? unit)
    {
        if (unit is null)
        {
            return -1;
        }

        units.TryAdd(unit, units.Count);
        return units[unit];
    }
}
