using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Twin.Api.Exchange.Tables;
using Twin.Api.Observations;
using Twin.Api.Problems;
using Twin.Geo.Text;
using Twin.Model;

namespace Twin.Api.Exchange.Imports;

/// <summary>
/// A file that was sent to be imported, with its mapping. The file is kept on disk until this is disposed, for it is
/// read more than once and may be larger than memory should hold.
/// </summary>
internal sealed class ImportUpload : IAsyncDisposable
{
    private const string FilePart = "file";
    private const string MappingPart = "mapping";
    private const string Hint =
        "Send multipart/form-data with a part 'file' (CSV, .xlsx or .xls) and, as needed, a part 'mapping' (JSON).";

    private static readonly Refusal NoFile = new(
        ProblemCodes.EmptyBody, "There is no file, or it is empty.", Hint);

    private readonly FileStream _file;
    private readonly Encoding? _named;
    private readonly long _maxInflatedBytes;
    private bool _keepsMapping;

    private ImportUpload(FileStream file, Encoding? named, long maxInflatedBytes)
    {
        _file = file;
        _named = named;
        _maxInflatedBytes = maxInflatedBytes;
    }

    /// <summary>What the file was called.</summary>
    public string FileName { get; private set; } = string.Empty;

    /// <summary>The table that it holds.</summary>
    public TableFile Table { get; private set; } = null!; // An upload without a file is refused.

    /// <summary>The mapping that came with it; <c>null</c> when none did.</summary>
    public ImportMapping? Mapping { get; private set; }

    /// <summary>The mapping as it came, where the caller reads it; <c>null</c> when none did.</summary>
    public ReadOnlyMemory<byte>? MappingJson { get; private set; }

    /// <summary>The bytes of the file, from the beginning.</summary>
    public Stream Content
    {
        get
        {
            _file.Position = 0;
            return _file;
        }
    }

    /// <summary>
    /// Takes in a request's body, to its end, or says why it cannot be. An encoding that is named goes before the one
    /// that the part with the file states.
    /// </summary>
    public static async Task<(ImportUpload? Upload, Refusal? Refusal)> ReadAsync(
        HttpRequest request,
        Encoding? named,
        long maxBytes,
        long maxInflatedBytes,
        CancellationToken cancellationToken,
        bool keepsMapping = false)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var mediaType)
            || !mediaType.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(mediaType.Boundary) is not { Length: > 0 } boundary)
        {
            return (null, new Refusal(
                ProblemCodes.UnsupportedMediaType,
                $"The media type '{Refusals.Shown(request.ContentType ?? string.Empty)}' is not supported.",
                Hint));
        }

        var upload = new ImportUpload(TemporaryFile.Create(), named, maxInflatedBytes) { _keepsMapping = keepsMapping };
        var refusal = await upload.TryReadPartsAsync(
            new MultipartReader(boundary.ToString(), new LimitedStream(request.Body, maxBytes)), cancellationToken);
        if (refusal is null)
        {
            return (upload, null);
        }

        await upload.DisposeAsync();
        return (null, refusal);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _file.DisposeAsync();

    private async Task<Refusal?> TryReadPartsAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadPartsAsync(reader, cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidDataException
            || (exception is IOException && exception is not BadHttpRequestException))
        {
            return new Refusal(
                ProblemCodes.TruncatedBody, "The body ends before its last part, or its parts cannot be read.", Hint);
        }
    }

    private async Task<Refusal?> ReadPartsAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        var hasFile = false;
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            var disposition = section.GetContentDispositionHeader();
            Refusal? refusal;
            switch (disposition?.Name.ToString().Trim('"'))
            {
                case FilePart when !hasFile:
                    hasFile = true;
                    refusal = await TakeFileAsync(section, disposition, cancellationToken);
                    break;
                case MappingPart when Mapping is null && MappingJson is null:
                    refusal = await TakeMappingAsync(section, cancellationToken);
                    break;
                case var name:
                    refusal = new Refusal(
                        ProblemCodes.InvalidRequest,
                        $"The part '{Refusals.Shown(name ?? string.Empty)}' is not known.",
                        Hint);
                    break;
            }

            if (refusal is not null)
            {
                return refusal;
            }
        }

        return hasFile ? null : NoFile;
    }

    private async Task<Refusal?> TakeFileAsync(
        MultipartSection section, ContentDispositionHeaderValue disposition, CancellationToken cancellationToken)
    {
        var name = disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName;
        FileName = Path.GetFileName(HeaderUtilities.RemoveQuotes(name).ToString());
        await section.Body.CopyToAsync(_file, cancellationToken);
        await _file.FlushAsync(cancellationToken);
        if (_file.Length == 0)
        {
            return NoFile;
        }

        if (!TryCharset(section.ContentType, out var charset, out var refusal))
        {
            return refusal;
        }

        var (table, unreadable) = TableFile.Read(_file, _named ?? charset, _maxInflatedBytes);
        Table = table!; // Or it is refused.
        return unreadable;
    }

    private static bool TryCharset(string? contentType, out Encoding? charset, out Refusal? refusal)
    {
        charset = null;
        refusal = null;
        if (!MediaTypeHeaderValue.TryParse(contentType, out var mediaType)
            || HeaderUtilities.RemoveQuotes(mediaType.Charset).ToString() is not { Length: > 0 } name
            || name.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        charset = VietnameseEncodings.Find(name);
        if (charset is null)
        {
            refusal = new Refusal(
                ProblemCodes.UnsupportedMediaType,
                $"The charset '{Refusals.Shown(name)}' is not supported.",
                LegacyEncodings.NamesHint);
        }

        return charset is not null;
    }

    private async Task<Refusal?> TakeMappingAsync(MultipartSection section, CancellationToken cancellationToken)
    {
        using var json = new MemoryStream();
        await section.Body.CopyToAsync(json, cancellationToken);
        if (json.Length > ImportMapping.MaxBytes)
        {
            return new Refusal(
                ProblemCodes.TooLarge,
                string.Create(
                    CultureInfo.InvariantCulture, $"The mapping is longer than {ImportMapping.MaxBytes} bytes."),
                "Name fewer columns.");
        }

        var bytes = json.GetBuffer().AsSpan(0, (int)json.Length);
        var start = bytes.StartsWith("\uFEFF"u8) ? "\uFEFF"u8.Length : 0;
        if (_keepsMapping)
        {
            MappingJson = bytes[start..].ToArray();
            return null;
        }

        if (!ImportJson.TryRead(bytes[start..], out var mapping, out var refusal))
        {
            return refusal;
        }

        Mapping = mapping;
        return null;
    }
}
