using System.Collections.Immutable;
using System.Text.Json;
using Twin.Model.Vessels;

namespace Twin.Api.Vessels.Tracks;

/// <summary>
/// Writes tracks as features: lines of GeoJSON (RFC 7946), one for each stretch between gaps, and their times; with
/// <c>isMoving</c> as OGC Moving Features JSON (19-045r3), whose members stand beside those of GeoJSON, so that any
/// reader of GeoJSON can read it too. Stateless.
/// </summary>
internal static class TrackDocument
{
    private const string Crs = "urn:ogc:def:crs:OGC:1.3:CRS84";
    private const string Trs = "urn:ogc:data:time:iso8601";

    /// <summary>One feature.</summary>
    public static byte[] Feature(VesselId id, ImmutableArray<ImmutableArray<PositionReport>> track, bool isMoving)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            WriteFeature(json, id, track, isMoving);
        }

        return buffer.ToArray();
    }

    /// <summary>Features of several vessels, and where the next ones are.</summary>
    public static byte[] Collection(
        IEnumerable<(VesselId Id, ImmutableArray<ImmutableArray<PositionReport>> Track)> tracks,
        int numberMatched,
        IReadOnlyList<Lists.LinkAnswer> links,
        bool isMoving)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "FeatureCollection"u8);
            if (isMoving)
            {
                WriteSystems(json);
            }

            json.WriteStartArray("features"u8);
            var count = 0;
            foreach (var (id, track) in tracks)
            {
                count++;
                WriteFeature(json, id, track, isMoving);
            }

            json.WriteEndArray();
            json.WriteNumber("numberMatched"u8, numberMatched);
            json.WriteNumber("numberReturned"u8, count);
            json.WriteStartArray("links"u8);
            foreach (var link in links)
            {
                json.WriteStartObject();
                json.WriteString("rel"u8, link.Rel);
                json.WriteString("href"u8, link.Href);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static void WriteFeature(
        Utf8JsonWriter json, VesselId id, ImmutableArray<ImmutableArray<PositionReport>> track, bool isMoving)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "Feature"u8);
        json.WriteString("id"u8, id.Value);
        if (isMoving && !track.IsEmpty)
        {
            WriteSystems(json);
            WriteTime(json, track);
            WriteMovement(json, track);
            WriteMeasures(json, [.. track.SelectMany(stretch => stretch)]);
        }

        WriteGeometry(json, track);
        json.WriteStartObject("properties"u8);
        json.WriteString("vessel"u8, id.Value);
        if (!isMoving)
        {
            WriteTimes(json, track);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteSystems(Utf8JsonWriter json)
    {
        WriteSystem("crs", Crs);
        WriteSystem("trs", Trs);

        void WriteSystem(string name, string uri)
        {
            json.WriteStartObject(name);
            json.WriteString("type"u8, "Name"u8);
            json.WriteStartObject("properties"u8);
            json.WriteString("name"u8, uri);
            json.WriteEndObject();
            json.WriteEndObject();
        }
    }

    private static void WriteTime(Utf8JsonWriter json, ImmutableArray<ImmutableArray<PositionReport>> track)
    {
        json.WriteStartArray("time"u8);
        json.WriteStringValue(Text(track[0][0].PhenomenonTime));
        json.WriteStringValue(Text(track[^1][^1].PhenomenonTime));
        json.WriteEndArray();
    }

    // Each stretch moves by itself: between two nobody knows where the vessel was.
    private static void WriteMovement(Utf8JsonWriter json, ImmutableArray<ImmutableArray<PositionReport>> track)
    {
        json.WriteStartObject("temporalGeometry"u8);
        if (track.Length > 1)
        {
            json.WriteString("type"u8, "MovingGeometryCollection"u8);
            json.WriteStartArray("prisms"u8);
            foreach (var stretch in track)
            {
                json.WriteStartObject();
                WritePoint(json, stretch);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
        else
        {
            WritePoint(json, track[0]);
        }

        json.WriteEndObject();
    }

    private static void WritePoint(Utf8JsonWriter json, ImmutableArray<PositionReport> stretch)
    {
        json.WriteString("type"u8, "MovingPoint"u8);
        json.WriteStartArray("datetimes"u8);
        foreach (var report in stretch)
        {
            json.WriteStringValue(Text(report.PhenomenonTime));
        }

        json.WriteEndArray();
        json.WritePropertyName("coordinates"u8);
        WriteLine(json, stretch);
        json.WriteString("interpolation"u8, "Linear"u8);
    }

    // A measure has the instants at which it is known, and no others.
    private static void WriteMeasures(Utf8JsonWriter json, ImmutableArray<PositionReport> reports)
    {
        json.WriteStartArray("temporalProperties"u8);
        Write("speedOverGround", "KNT", static report => report.SpeedOverGroundKnots);
        Write("courseOverGround", "DEG", static report => report.CourseOverGroundDegrees);
        json.WriteEndArray();

        void Write(string name, string unit, Func<PositionReport, double?> measure)
        {
            var known = reports.Where(report => measure(report) is not null).ToArray();
            if (known.Length == 0)
            {
                return;
            }

            json.WriteStartObject();
            json.WriteStartArray("datetimes"u8);
            foreach (var report in known)
            {
                json.WriteStringValue(Text(report.PhenomenonTime));
            }

            json.WriteEndArray();
            json.WriteStartObject(name);
            json.WriteString("type"u8, "Measure"u8);
            json.WriteString("form"u8, unit);
            json.WriteStartArray("values"u8);
            foreach (var report in known)
            {
                json.WriteNumberValue(measure(report)!.Value); // The others were left out.
            }

            json.WriteEndArray();
            json.WriteString("interpolation"u8, "Discrete"u8);
            json.WriteEndObject();
            json.WriteEndObject();
        }
    }

    private static void WriteGeometry(Utf8JsonWriter json, ImmutableArray<ImmutableArray<PositionReport>> track)
    {
        if (track.IsEmpty)
        {
            json.WriteNull("geometry"u8);
            return;
        }

        json.WriteStartObject("geometry"u8);
        json.WriteString("type"u8, "MultiLineString"u8);
        json.WriteStartArray("coordinates"u8);
        foreach (var stretch in track)
        {
            // A line has two points at least; a single report is one from there to there.
            WriteLine(json, stretch.Length > 1 ? stretch : [stretch[0], stretch[0]]);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteLine(Utf8JsonWriter json, ImmutableArray<PositionReport> stretch)
    {
        json.WriteStartArray();
        foreach (var report in stretch)
        {
            json.WriteStartArray();
            json.WriteNumberValue(report.Position.LongitudeDegrees);
            json.WriteNumberValue(report.Position.LatitudeDegrees);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteTimes(Utf8JsonWriter json, ImmutableArray<ImmutableArray<PositionReport>> track)
    {
        json.WriteStartArray("times"u8);
        foreach (var stretch in track)
        {
            json.WriteStartArray();
            foreach (var report in stretch)
            {
                json.WriteStringValue(Text(report.PhenomenonTime));
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static string Text(DateTimeOffset at) =>
        at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
