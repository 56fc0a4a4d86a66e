using System.Collections.Immutable;
using System.Globalization;
using Twin.Model.Places;

namespace Twin.Model.Vessels;

/// <summary>
/// Fishing zones as places of the layer of zones: what a person enters there is what vessels are judged by. Pure.
/// </summary>
public static class FishingZonePlaces
{
    /// <summary>The code of the province whose waters a zone is of.</summary>
    public const string Province = "province";

    /// <summary>The first day of the part of each year in which a zone holds, as <c>04-15</c>.</summary>
    public const string SeasonFrom = "seasonFrom";

    /// <summary>The last day of that part.</summary>
    public const string SeasonTo = "seasonTo";

    /// <summary>The document that draws it.</summary>
    public const string Source = "source";

    private static readonly ImmutableArray<(string Kind, ZoneKind Zone)> Kinds =
    [
        ("fishingCoastal", ZoneKind.Coastal),
        ("fishingInshore", ZoneKind.Inshore),
        ("fishingOffshore", ZoneKind.Offshore),
        ("fishingForeign", ZoneKind.Foreign),
        ("fishingClosed", ZoneKind.Closed),
    ];

    /// <summary>
    /// The zone that a place is on a day, with where it lies; <c>null</c> where it is none, or not there. It holds for
    /// as long as the place has been there: a border drawn anew is taken to have been so before as well, and a report
    /// that comes late is judged by it.
    /// </summary>
    public static (FishingZone Zone, PlaceGeometry Shape)? Of(PlaceHistory place, DateOnly day)
    {
        if (place.On(day) is not { } version || KindOf(version.Kind) is not { } kind
            || !TryReadSeason(version, out var season))
        {
            return null;
        }

        var zone = new FishingZone(
            version.Id.Value,
            kind,
            version.NameVi,
            version.NameEn ?? version.NameVi,
            place.Versions[0].ValidFrom,
            version.ValidTo,
            season,
            version.Text(Province),
            version.Text(Source) ?? string.Empty);
        return (zone, version.Geometry);
    }

    /// <summary>The place that a zone is; the other way around <see cref="Of"/> gives the same zone.</summary>
    public static Place ToPlace(FishingZone zone, PlaceGeometry shape, bool isDemo)
    {
        var properties = ImmutableArray.CreateBuilder<PlaceProperty>();
        Add(properties, Province, zone.Province);
        Add(properties, SeasonFrom, zone.Season is { } from ? MonthDay(from.FromMonth, from.FromDay) : null);
        Add(properties, SeasonTo, zone.Season is { } to ? MonthDay(to.ToMonth, to.ToDay) : null);
        Add(properties, Source, zone.Source);
        return new Place
        {
            Layer = PlaceLayer.Zones,
            Id = PlaceId.Parse(zone.Code, CultureInfo.InvariantCulture),
            NameVi = zone.NameVi,
            NameEn = zone.NameEn,
            Kind = Kinds.Single(one => one.Zone == zone.Kind).Kind,
            Geometry = shape,
            Properties = properties.ToImmutable(),
            ValidFrom = zone.From,
            ValidTo = zone.To,
            IsDemo = isDemo,
        };
    }

    /// <summary>
    /// Reads the part of each year in which a place holds, <c>null</c> for all of it; false where what it says is none.
    /// </summary>
    public static bool TryReadSeason(Place place, out Season? season)
    {
        season = null;
        var (from, to) = (place.Text(SeasonFrom), place.Text(SeasonTo));
        if ((from ?? to) is null)
        {
            return true;
        }

        if (ReadMonthDay(from) is not { } first || ReadMonthDay(to) is not { } last)
        {
            return false;
        }

        season = new Season(first.Month, first.Day, last.Month, last.Day);
        return true;
    }

    private static ZoneKind? KindOf(string kind)
    {
        foreach (var one in Kinds)
        {
            if (one.Kind.Equals(kind, StringComparison.Ordinal))
            {
                return one.Zone;
            }
        }

        return null;
    }

    private static void Add(ImmutableArray<PlaceProperty>.Builder properties, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            properties.Add(new PlaceProperty(name, text));
        }
    }

    private static string MonthDay(int month, int day) =>
        string.Create(CultureInfo.InvariantCulture, $"{month:00}-{day:00}");

    // Read in a leap year, so that the last day of February may be in it.
    private static DateOnly? ReadMonthDay(string? text) => DateOnly.TryParseExact(
        "2024-" + text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
