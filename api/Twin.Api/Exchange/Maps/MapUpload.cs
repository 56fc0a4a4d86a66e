using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Twin.Api.Problems;
using Twin.Geo.Coordinates;
using Twin.Geo.Formats;
using Twin.Geo.Text;
using Twin.Model;

namespace Twin.Api.Exchange.Maps;

/// <summary>
/// A map file that was sent, with how to read it and who sends it. The file is kept on disk until this is disposed.
/// </summary>
internal sealed class MapUpload : IAsyncDisposable
{
    private const string Hint =
        "Send multipart/form-data with the file 'file' (GeoJSON, GeoPackage, zipped shapefile or CSV), and the fields "
        + "by, reason, crs, revision and mapping (JSON) as needed.";

    private static readonly string[] Names = ["file", "mapping", "crs", "by", "reason", "revision"];

    private readonly FileStream _file;

    private MapUpload(FileStream file) => _file = file;

    /// <summary>What the file was called.</summary>
    public required string FileName { get; init; }

    /// <summary>Which properties hold what.</summary>
    public required MapMapping Mapping { get; init; }

    /// <summary>How to read the file.</summary>
    public required MapReadOptions Options { get; init; }

    /// <summary>Who sends it.</summary>
    public required string? By { get; init; }

    /// <summary>Why.</summary>
    public required string? Reason { get; init; }

    /// <summary>The revision of the city that it was tried on; <c>null</c> for whichever is current.</summary>
    public required long? Revision { get; init; }

    /// <summary>Takes in a request's body, or says why it cannot be.</summary>
    public static async Task<(MapUpload? Upload, Refusal? Refusal)> ReadAsync(
        HttpRequest request, long maxBytes, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType)
        {
            return (null, new Refusal(
                ProblemCodes.UnsupportedMediaType,
                $"The media type '{Refusals.Shown(request.ContentType ?? string.Empty)}' is not supported.",
                Hint));
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = maxBytes;
        }

        try
        {
            var form = await request.ReadFormAsync(
                new FormOptions { MultipartBodyLengthLimit = maxBytes, ValueLengthLimit = MapMapping.MaxBytes },
                cancellationToken);
            return await ReadAsync(form, maxBytes, cancellationToken);
        }
        catch (InvalidDataException exception)
        {
            return (null, new Refusal(ProblemCodes.InvalidRequest, exception.Message, Hint));
        }
    }

    /// <summary>Opens the file; throws <see cref="MapFileException"/> where it is no map file.</summary>
    public MapFileReader Open() => MapFile.Open(_file.Name, Options);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _file.DisposeAsync();

    private static async Task<(MapUpload? Upload, Refusal? Refusal)> ReadAsync(
        IFormCollection form, long maxBytes, CancellationToken cancellationToken)
    {
        if (form.Keys.Concat(form.Files.Select(one => one.Name))
            .FirstOrDefault(name => !Names.Contains(name, StringComparer.Ordinal)) is { } unknown)
        {
            return (null, Invalid(unknown, string.Empty, $"The form has: {string.Join(", ", Names)}."));
        }

        if (form.Files.GetFile("file") is not { Length: > 0 } file)
        {
            return (null, Invalid("file", string.Empty, Hint));
        }

        if (Fields(form, out var mapping, out var crs, out var revision) is { } refusal)
        {
            return (null, refusal);
        }

        if (mapping.Encoding is { } name && VietnameseEncodings.Find(name) is null)
        {
            return (null, Invalid("encoding", name, "Use utf-8, tcvn3, viscii, vni or windows-1258."));
        }

        // A GeoPackage is opened by its name.
        var kept = TemporaryFile.Create(FileShare.ReadWrite | FileShare.Delete);
        await file.CopyToAsync(kept, cancellationToken);
        await kept.FlushAsync(cancellationToken);
        return (
            new MapUpload(kept)
            {
                FileName = Path.GetFileName(file.FileName),
                Mapping = mapping,
                Options = new MapReadOptions
                {
                    Crs = crs,
                    Layer = mapping.Layer,
                    Charset = mapping.Encoding is { } charset ? VietnameseEncodings.Find(charset) : null,
                    GeometryColumn = mapping.Geometry,
                    LongitudeColumn = mapping.Longitude,
                    LatitudeColumn = mapping.Latitude,
                    MaxBytes = maxBytes,
                },
                By = form["by"],
                Reason = form["reason"],
                Revision = revision,
            },
            null);
    }

    private static Refusal? Fields(
        IFormCollection form, out MapMapping mapping, out CoordinateReferenceSystem? crs, out long? revision)
    {
        mapping = new MapMapping();
        crs = null;
        revision = null;
        var crsText = form["crs"].ToString();
        if (crsText.Length > 0 && !CrsText.TryParse(crsText, out crs))
        {
            return Invalid("crs", crsText, CrsText.Hint);
        }

        var revisionText = form["revision"].ToString();
        if (revisionText.Length > 0)
        {
            if (!long.TryParse(revisionText, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return Invalid("revision", revisionText, "Use the revision that a dry run answered.");
            }

            revision = number;
        }

        var json = form["mapping"].ToString();
        if (json.Length == 0)
        {
            return null;
        }

        try
        {
            mapping = JsonSerializer.Deserialize(Encoding.UTF8.GetBytes(json), MapMappingJson.Default.MapMapping)
                ?? mapping;
            return null;
        }
        catch (JsonException exception)
        {
            return new Refusal(
                ProblemCodes.InvalidMapping,
                $"The mapping cannot be read at {Refusals.Shown(exception.Path ?? "$")}.",
                "A mapping is a JSON object of property names, such as {\"code\":\"ma_xa\",\"name\":\"ten_xa\"}.");
        }
    }

    private static Refusal Invalid(string name, string value, string hint) => new(
        ProblemCodes.InvalidParameter,
        $"The field '{Refusals.Shown(name)}' cannot be '{Refusals.Shown(value)}'.",
        hint);
}
