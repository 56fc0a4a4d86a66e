using System.Collections.Immutable;
using Twin.Api.Json;
using Twin.Api.Ogc;
using Twin.Geo.Filters;
using Twin.Model.Vessels;

namespace Twin.Api.Space.Moving;

/// <summary>What filters may ask of a vessel, and how it is read. Stateless.</summary>
internal static class VesselProperties
{
    private static readonly ImmutableArray<(CollectionProperty Property, Func<VesselView, object?> Read)> Table =
    [
        (new("id", FilterType.Text, "The registration number, or the MMSI where there is none"), one => one.Id),
        (new("registrationNumber", FilterType.Text, "The registration number"), one => one.Vessel.RegistrationNumber),
        (new("mmsi", FilterType.Text, "The nine digits of its radio"), one => one.Vessel.Mmsi?.ToString()),
        (new("imoNumber", FilterType.Number, "The IMO number"), one => Number(one.Vessel.ImoNumber)),
        (new("callSign", FilterType.Text, "The call sign"), one => one.Vessel.CallSign),
        (new("name", FilterType.Text, "The name"), one => one.Vessel.Name),
        (new("lengthMeters", FilterType.Number, "The greatest length"), one => one.Vessel.LengthMeters),
        (new("sizeClass", FilterType.Text, "The class of its length: under6 to from24"),
            one => one.Vessel.SizeClass is { } size ? Word(size) : null),
        (new("homeUnit", FilterType.Text, "The code of the unit that it belongs to"),
            one => one.Vessel.HomeUnit?.Value),
        (new("gear", FilterType.Text, "What it fishes with"), one => one.Vessel.Gear),
        (new("isEligible", FilterType.Flag, "Whether it has all papers that it must have"), one => one.IsEligible),
        (new("isThreeNo", FilterType.Flag, "Whether it has no registration, inspection and licence: all three"),
            one => one.IsThreeNo),
        (new("contact", FilterType.Text, "Whether it is heard: inContact, inPort, lost, longLost or feedDown"),
            one => Word(one.Contact.State)),
        (new("silenceMinutes", FilterType.Number, "How long it has been silent while its feed was not down"),
            one => Math.Round(one.Contact.Silence.TotalMinutes, 1)),
        (new("lostSlot", FilterType.Text, "When of the day a lost one was last heard"),
            one => one.Contact.IsLost ? Word(LostSlots.Of(one.Last.PhenomenonTime)) : null),
        (new("phenomenonTime", FilterType.Time, "When it was at its place") { IsInstant = true },
            one => FilterTime.Of(one.Last.PhenomenonTime)),
        (new("speedOverGroundKnots", FilterType.Number, "Its speed"), one => one.Last.SpeedOverGroundKnots),
        (new("courseOverGroundDegrees", FilterType.Number, "Its course"), one => one.Last.CourseOverGroundDegrees),
        (new("trueHeadingDegrees", FilterType.Number, "Where its bow points"),
            one => Number(one.Last.TrueHeadingDegrees)),
        (new("navigationalStatus", FilterType.Text, "What it was doing"),
            one => one.Last.Status is { } status ? Word(status) : null),
        (new("feed", FilterType.Text, "The feed that brought its position"), one => one.Last.Feed),
        (new("isDemo", FilterType.Flag, "Whether it was made up for demonstration"), one => one.Vessel.IsDemo),
    ];

    private static readonly ImmutableArray<FilterProperty> Filterable =
    [
        .. Table.Select(row => new FilterProperty(row.Property.Name, row.Property.Type)),
        new("geometry", FilterType.Geometry),
    ];

    /// <summary>The properties, the geometry not among them.</summary>
    public static ImmutableArray<CollectionProperty> All { get; } = [.. Table.Select(row => row.Property)];

    /// <summary>The properties for filters; the geometry stands last.</summary>
    public static IReadOnlyList<FilterProperty> ForFilters => Filterable;

    /// <summary>The value of a property of a vessel.</summary>
    public static object? Read(int index, VesselView vessel) => Table[index].Read(vessel);

    // Filters compare numbers as doubles.
    private static double? Number(int? value) => value;

    private static string Word<T>(T value)
        where T : struct, Enum => EnumWords<T>.Of(value);
}
