using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.ObjectPool;
using Twin.Api.Json;
using Twin.Api.Lists;
using Twin.Model.Vessels;

namespace Twin.Api.Space.Moving;

/// <summary>
/// A page of vessels, written as a list of <see cref="VesselPlaceAnswer"/>: byte for byte as the serializer would, in a
/// third of the time.
/// </summary>
/// <param name="hits">The page.</param>
/// <param name="links">This page and the next.</param>
internal sealed class VesselListResult(VesselHits hits, IReadOnlyList<LinkAnswer> links) : IResult
{
    private const long UnitsPerDegree = 10_000_000;

    // A number below 0.0001 may be written with an exponent.
    private const long FirstWithoutExponent = 1_000;

    // What a page of a thousand has filled is not kept.
    private const int MostKept = 128 * 1024;

    private static readonly ObjectPool<ArrayBufferWriter<byte>> Pool = ObjectPool.Create(new Emptied());

    // As everywhere in the API: Vietnamese and links stay readable. What is written below is JSON.
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private static readonly JsonEncodedText Id = Name("id");
    private static readonly JsonEncodedText VesselName = Name("name");
    private static readonly JsonEncodedText OfMmsi = Name("mmsi");
    private static readonly JsonEncodedText OfSizeClass = Name("sizeClass");
    private static readonly JsonEncodedText HomeUnit = Name("homeUnit");
    private static readonly JsonEncodedText IsEligible = Name("isEligible");
    private static readonly JsonEncodedText IsThreeNo = Name("isThreeNo");
    private static readonly JsonEncodedText Contact = Name("contact");
    private static readonly JsonEncodedText Longitude = Name("longitude");
    private static readonly JsonEncodedText Latitude = Name("latitude");
    private static readonly JsonEncodedText PhenomenonTime = Name("phenomenonTime");
    private static readonly JsonEncodedText SpeedOverGroundKnots = Name("speedOverGroundKnots");
    private static readonly JsonEncodedText CourseOverGroundDegrees = Name("courseOverGroundDegrees");
    private static readonly JsonEncodedText DistanceMeters = Name("distanceMeters");
    private static readonly JsonEncodedText AlongMeters = Name("alongMeters");

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var buffer = Pool.Get();
        try
        {
            Write(buffer);
            var response = httpContext.Response;
            response.ContentType = "application/json; charset=utf-8";
            response.ContentLength = buffer.WrittenCount;
            await response.Body.WriteAsync(buffer.WrittenMemory, httpContext.RequestAborted);
        }
        finally
        {
            Pool.Return(buffer);
        }
    }

    /// <summary>Writes the list.</summary>
    public void Write(IBufferWriter<byte> buffer)
    {
        using var writer = new Utf8JsonWriter(buffer, Options);
        writer.WriteStartObject();
        writer.WriteStartArray("items");
        foreach (var hit in hits.Hits)
        {
            Write(writer, hit);
        }

        writer.WriteEndArray();
        writer.WriteNumber("numberMatched", hits.Matched);
        writer.WriteStartArray("links");
        foreach (var link in links)
        {
            writer.WriteStartObject();
            writer.WriteString("rel", link.Rel);
            writer.WriteString("href", link.Href);
            writer.WriteString("type", link.Type);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, VesselHit hit)
    {
        var (vessel, last) = (hit.Vessel.Vessel, hit.Vessel.Last);
        writer.WriteStartObject();
        writer.WriteString(Id, vessel.Id.Value);
        writer.WriteString(VesselName, vessel.Name);
        writer.WriteString(OfMmsi, vessel.Mmsi?.ToString());
        Write(writer, OfSizeClass, vessel.SizeClass);
        writer.WriteString(HomeUnit, vessel.HomeUnit?.Value);
        writer.WriteBoolean(IsEligible, hit.Vessel.IsEligible);
        writer.WriteBoolean(IsThreeNo, hit.Vessel.IsThreeNo);
        Write<ContactState>(writer, Contact, hit.Vessel.Contact.State);
        WriteDegrees(writer, Longitude, last.Position.LongitudeDegrees);
        WriteDegrees(writer, Latitude, last.Position.LatitudeDegrees);
        writer.WritePropertyName(PhenomenonTime);
        UtcInstantConverter.Write(writer, last.PhenomenonTime);
        Write(writer, SpeedOverGroundKnots, last.SpeedOverGroundKnots);
        Write(writer, CourseOverGroundDegrees, last.CourseOverGroundDegrees);
        Write(writer, DistanceMeters, Centimeters(hit.DistanceMeters));
        Write(writer, AlongMeters, Centimeters(hit.AlongMeters));
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, JsonEncodedText name, double? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static void Write<T>(Utf8JsonWriter writer, JsonEncodedText name, T? value)
        where T : struct, Enum
    {
        if (value is { } word)
        {
            writer.WriteString(name, EnumWords<T>.Of(word));
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    /// <summary>Writes degrees of a report: whole units of 1e-7, so that no shortest text has to be searched.</summary>
    private static void WriteDegrees(Utf8JsonWriter writer, JsonEncodedText name, double degrees)
    {
        var units = PositionReport.Units(degrees);
        if (Math.Abs(units) < FirstWithoutExponent)
        {
            writer.WriteNumber(name, degrees);
            return;
        }

        Span<byte> text = stackalloc byte[16];
        var (whole, rest) = Math.DivRem(Math.Abs(units), UnitsPerDegree);
        var start = units < 0 ? 1 : 0;
        text[0] = (byte)'-';
        whole.TryFormat(text[start..], out var length, provider: CultureInfo.InvariantCulture);
        length += start;
        if (rest > 0)
        {
            text[length++] = (byte)'.';
            for (var digit = UnitsPerDegree / 10; rest > 0; digit /= 10)
            {
                text[length++] = (byte)('0' + (rest / digit));
                rest %= digit;
            }
        }

        writer.WritePropertyName(name);
        writer.WriteRawValue(text[..length], skipInputValidation: true);
    }

    private static double? Centimeters(double? meters) => meters is { } length ? Math.Round(length, 2) : null;

    private static JsonEncodedText Name(string name) => JsonEncodedText.Encode(name);

    /// <summary>Gives back empty what is not too large.</summary>
    private sealed class Emptied : PooledObjectPolicy<ArrayBufferWriter<byte>>
    {
        public override ArrayBufferWriter<byte> Create() => new();

        public override bool Return(ArrayBufferWriter<byte> obj)
        {
            obj.ResetWrittenCount();
            return obj.Capacity <= MostKept;
        }
    }
}
