using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using NetTopologySuite.Operation.Valid;
using Twin.Api.Problems;
using Twin.Geo.Coordinates;
using Twin.Geo.Formats;
using Twin.Model;
using Twin.Model.Places;

namespace Twin.Api.Places;

/// <summary>A GeoJSON feature that somebody sends to make or change a place. Immutable.</summary>
internal sealed class PlaceBody
{
    /// <summary>The most bytes of such a body: 16,384 positions in long numbers.</summary>
    public const int MaxBytes = 2 * 1024 * 1024;

    private const string MergePatch = "application/merge-patch+json";
    private const string GeoJson = "application/geo+json";
    private const string CrsHeader = "Content-Crs";

    private readonly JsonElement _feature;
    private readonly CoordinateReferenceSystem _system;

    private PlaceBody(JsonElement feature, CoordinateReferenceSystem system)
    {
        _feature = feature;
        _system = system;
    }

    /// <summary>The body, or why it is refused: one of the two.</summary>
    public static async Task<(PlaceBody? Body, Refusal? Refusal)> ReadAsync(
        HttpContext context, bool isPatch, CancellationToken cancellationToken)
    {
        var request = context.Request;
        var mediaType = (request.ContentType ?? string.Empty).Split(';')[0].Trim();
        if (!(mediaType is GeoJson or "application/json" || (isPatch && mediaType is MergePatch)))
        {
            return (null, new Refusal(
                ProblemCodes.UnsupportedMediaType,
                $"The media type '{Refusals.Shown(mediaType)}' is not supported.",
                isPatch ? $"Send Content-Type: {MergePatch}." : $"Send Content-Type: {GeoJson}."));
        }

        if (ReadSystem(request) is not { } system)
        {
            return (null, new Refusal(
                ProblemCodes.InvalidHeader,
                $"The header {CrsHeader} names no system that is known here.",
                "Write the URI of one that /ogc/collections lists, in angle brackets; CRS84 where it is left out."));
        }

        var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, cancellationToken)) > 0)
        {
            await buffer.WriteAsync(chunk.AsMemory(0, read), cancellationToken);
            if (buffer.Length > MaxBytes)
            {
                return (null, new Refusal(
                    ProblemCodes.TooLarge, "The body is too large.", $"Send at most {MaxBytes} bytes."));
            }
        }

        return Parse(buffer.ToArray(), system, isPatch);
    }

    /// <summary>The feature's id, or one that is made for it, or why it cannot be.</summary>
    public (PlaceId Id, Refusal? Refusal) Id(string collectionId, DateTimeOffset now)
    {
        if (GivenId is not { } given)
        {
            // Two bodies that are the same and come in the same tick mean the same place.
            var seed = string.Create(CultureInfo.InvariantCulture, $"{now.UtcTicks} {_feature.GetRawText()}");
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seed)).AsSpan(0, 8));
            return (PlaceId.Parse($"{collectionId}-{hash}", CultureInfo.InvariantCulture), null);
        }

        return PlaceId.TryParse(given, out var id)
            ? (id, null)
            : (default, new Refusal(
                ProblemCodes.InvalidPlace,
                $"'{Refusals.Shown(given)}' is no id.",
                $"Use 1 to {PlaceId.MaxLength} letters, digits or hyphens, or leave id out."));
    }

    /// <summary>Whether it is about that place.</summary>
    public bool IsFor(PlaceId id, out Refusal? refusal)
    {
        refusal = GivenId is { } given && !given.Equals(id.Value, StringComparison.Ordinal)
            ? new Refusal(
                ProblemCodes.InvalidPlace,
                $"The feature '{Refusals.Shown(given)}' is not '{id}'.",
                "An id stays; leave it out of the body, or make another feature.")
            : null;
        return refusal is null;
    }

    /// <summary>
    /// The version that the body makes of another; <c>null</c> with the reason. A patch changes what it names, and null
    /// takes a property away; otherwise whatever is not named is left out.
    /// </summary>
    public Place? Apply(Place basis, bool isPatch, out Refusal? refusal)
    {
        try
        {
            refusal = null;
            var place = WithProperties(basis);
            if (_feature.TryGetProperty("geometry", out var geometry) || !isPatch)
            {
                place = place with { Geometry = Read(geometry) };
            }

            return place;
        }
        catch (Exception error) when (error is FormatException or InvalidOperationException or ArgumentException)
        {
            // JsonElement throws InvalidOperationException where a member has another type than the one asked for.
            refusal = new Refusal(
                ProblemCodes.InvalidPlace,
                error.Message,
                "Send a GeoJSON feature whose properties are those of the collection's queryables.");
            return null;
        }
    }

    private string? GivenId => _feature.TryGetProperty("id", out var id) && id.ValueKind is not JsonValueKind.Null
        ? id.ToString()
        : null;

    private static (PlaceBody? Body, Refusal? Refusal) Parse(
        byte[] bytes, CoordinateReferenceSystem system, bool isPatch)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var feature = document.RootElement.Clone();
            var isFeature = feature.ValueKind is JsonValueKind.Object
                && (feature.TryGetProperty("type", out var type) ? type.ValueEquals("Feature") : isPatch);
            return isFeature
                ? (new PlaceBody(feature, system), null)
                : (null, new Refusal(
                    ProblemCodes.InvalidPlace, "The body is no GeoJSON feature.", "Send {\"type\": \"Feature\", …}."));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return (null, new Refusal(
                ProblemCodes.InvalidJson, "The body cannot be read as JSON.", "Send one GeoJSON feature in UTF-8."));
        }
    }

    private static CoordinateReferenceSystem? ReadSystem(HttpRequest request)
    {
        var header = request.Headers[CrsHeader].ToString().Trim();
        if (header.Length == 0)
        {
            return CoordinateReferenceSystems.Crs84;
        }

        return CoordinateReferenceSystems.TryFind(header.TrimStart('<').TrimEnd('>'), out var system) ? system : null;
    }

    private Place WithProperties(Place basis)
    {
        var place = basis;
        var own = basis.Properties.ToDictionary(one => one.Name, one => one.Text, StringComparer.Ordinal);
        if (_feature.TryGetProperty("properties", out var properties) && properties.ValueKind is JsonValueKind.Object)
        {
            foreach (var member in properties.EnumerateObject())
            {
                place = With(place, own, member.Name, member.Value);
            }
        }

        return place with { Properties = [.. own.Select(pair => new PlaceProperty(pair.Key, pair.Value))] };
    }

    private static Place With(Place place, Dictionary<string, string> own, string name, JsonElement value)
    {
        var text = TextOf(value);
        switch (name)
        {
            case "nameVi":
                return place with { NameVi = text ?? string.Empty };
            case "nameEn":
                return place with { NameEn = text };
            case "kind":
                return place with { Kind = text ?? string.Empty };
            case "validFrom":
                return text is null ? place : place with { ValidFrom = DayOf(name, text) };
            case "validTo":
                return place with { ValidTo = text is null ? null : DayOf(name, text) };
            case "demo":
                return place with { IsDemo = value.ValueKind is JsonValueKind.True };
            case "unit":
                return place; // Worked out from the boundaries; comes back with what was read.
            case var _ when text is null:
                own.Remove(name);
                return place;
            default:
                own[name] = text;
                return place;
        }
    }

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString()?.Normalize(NormalizationForm.FormC),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Array => string.Join(';', value.EnumerateArray().Select(item => item.GetString())),
        _ => throw new FormatException("The value of a property is an object."),
    };

    private static DateOnly DayOf(string name, string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new FormatException($"'{Refusals.Shown(text)}' is no day for {name}: write 2024-12-31.");

    private PlaceGeometry Read(JsonElement geometry)
    {
        if (geometry.ValueKind is not JsonValueKind.Object)
        {
            throw new FormatException("The geometry is missing.");
        }

        var shape = _system.ToCrs84(GeoJsonFeatureReader.ReadGeometry(geometry));
        if (shape.IsEmpty)
        {
            throw new FormatException("The geometry is empty.");
        }

        var check = new IsValidOp(shape);
        return check.IsValid
            ? PlaceGeometries.Write(shape)
            : throw new FormatException(string.Create(
                CultureInfo.InvariantCulture,
                $"The geometry is not valid: {check.ValidationError.Message} at {At(check.ValidationError)}."));
    }

    private static string At(TopologyValidationError error) => error.Coordinate is { } place
        ? string.Create(CultureInfo.InvariantCulture, $"{place.X:0.######}, {place.Y:0.######}")
        : "an unknown place";
}
