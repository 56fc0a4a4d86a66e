using System.Collections.Immutable;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Twin.Model.Places;
using Twin.Model.Vessels;

namespace Twin.Geo.Fleet;

/// <summary>
/// The zones that vessels are judged by: those that people have entered among the city's places, and of the dataset
/// those whose code nobody has entered. Reading is safe for any number of threads; one at a time may show places.
/// </summary>
public sealed class LiveZones : IZoneSource
{
    private readonly ZoneRaster _drawn;
    private volatile ZoneRaster _current;
    private PlaceSet? _places;
    private DateOnly _day;

    /// <summary>Takes the zones and the land of the dataset.</summary>
    public LiveZones(ZoneRaster drawn) => _drawn = _current = drawn;

    /// <inheritdoc/>
    public IZoneMap Current => _current;

    /// <summary>The zones of the dataset as places, drawn for illustration.</summary>
    public ImmutableArray<Place> DrawnPlaces()
    {
        var writer = new WKBWriter(ByteOrder.LittleEndian, handleSRID: false);
        return
        [
            .. _drawn.Shapes.Select(one => FishingZonePlaces.ToPlace(
                one.Zone, new PlaceGeometry(writer.Write(one.Shape)), isDemo: true)),
        ];
    }

    /// <summary>Takes the zones as they are on a day; false where that is what is shown already.</summary>
    public bool Show(PlaceSet places, DateOnly day)
    {
        if (ReferenceEquals(places, _places) && day == _day)
        {
            return false;
        }

        var zones = Merge(places, day);
        (_places, _day) = (places, day);
        if (zones.Select(one => one.Zone).SequenceEqual(_current.Zones)
            && zones.Zip(_current.Shapes).All(pair => pair.First.Shape.EqualsExact(pair.Second.Shape)))
        {
            return false; // A school's zone, or a new day on which nothing begins or ends.
        }

        _current = _drawn.With(zones);
        return true;
    }

    /// <summary>Nearer to the coast first, then as in the dataset, then by code: of two the first counts.</summary>
    private List<(FishingZone Zone, Geometry Shape)> Merge(PlaceSet places, DateOnly day)
    {
        var entered = places.Places.ToDictionary(place => place.Id.Value, StringComparer.Ordinal);
        var reader = new WKBReader();
        var zones = _drawn.Shapes.Where(one => !entered.ContainsKey(one.Zone.Code)).ToList();
        foreach (var place in entered.Values)
        {
            if (FishingZonePlaces.Of(place, day) is { } found)
            {
                zones.Add((found.Zone, reader.Read(found.Shape.Wkb.ToArray())));
            }
        }

        var order = _drawn.Zones.Select((zone, place) => (zone.Code, place))
            .ToDictionary(one => one.Code, one => one.place, StringComparer.Ordinal);
        return
        [
            .. zones.OrderBy(one => one.Zone.Kind)
                .ThenBy(one => order.GetValueOrDefault(one.Zone.Code, int.MaxValue))
                .ThenBy(one => one.Zone.Code, StringComparer.Ordinal),
        ];
    }
}
