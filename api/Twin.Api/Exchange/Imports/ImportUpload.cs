using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Twin.Api.Observations;
using Twin.Api.Problems;
using Twin.Geo.Tables;
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

    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    private readonly FileStream _file;
    private readonly long _maxInflatedBytes;
    private bool _keepsMapping;

    private ImportUpload(FileStream file, long maxInflatedBytes)
    {
        _file = file;
        _maxInflatedBytes = maxInflatedBytes;
    }

    /// <summary>What the file was called.</summary>
    public string FileName { get; private set; } = string.Empty;

    /// <summary>Whether the file is a workbook; CSV otherwise.</summary>
    public bool IsWorkbook { get; private set; }

    /// <summary>The encoding of a CSV file.</summary>
    public Encoding Charset { get; private set; } = StrictUtf8;

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

    /// <summary>Takes in a request's body, to its end, or says why it cannot be.</summary>
    public static async Task<(ImportUpload? Upload, Refusal? Refusal)> ReadAsync(
        HttpRequest request,
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

        var upload = new ImportUpload(TemporaryFile.Create(), maxInflatedBytes) { _keepsMapping = keepsMapping };
        var refusal = await upload.TryReadPartsAsync(
            new MultipartReader(boundary.ToString(), new LimitedStream(request.Body, maxBytes)), cancellationToken);
        if (refusal is null)
        {
            return (upload, null);
        }

        await upload.DisposeAsync();
        return (null, refusal);
    }

    /// <summary>The names of a workbook's sheets; empty for CSV.</summary>
    public IReadOnlyList<string> Sheets() => IsWorkbook ? WorkbookReader.SheetsOf(Content, _maxInflatedBytes) : [];

    /// <summary>Opens the table from its beginning; <c>null</c> when the workbook has no such sheet.</summary>
    public TableReader? Open(string? sheet) => IsWorkbook
        ? WorkbookReader.Open(Content, sheet, _maxInflatedBytes)
        : new CsvTableReader(
            new StreamReader(Content, Charset, detectEncodingFromByteOrderMarks: true, leaveOpen: true));

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

        return !hasFile || _file.Length == 0
            ? new Refusal(ProblemCodes.EmptyBody, "There is no file, or it is empty.", Hint)
            : null;
    }

    private async Task<Refusal?> TakeFileAsync(
        MultipartSection section, ContentDispositionHeaderValue disposition, CancellationToken cancellationToken)
    {
        var name = disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName;
        FileName = Path.GetFileName(HeaderUtilities.RemoveQuotes(name).ToString());
        await section.Body.CopyToAsync(_file, cancellationToken);
        await _file.FlushAsync(cancellationToken);
        var start = new byte[4];
        var length = await Content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
        // A workbook is a ZIP archive, or the compound file that Office wrote before 2007.
        IsWorkbook = start.AsSpan(0, length) is [(byte)'P', (byte)'K', 3, 4] or [0xD0, 0xCF, 0x11, 0xE0];
        return IsWorkbook ? null : TakeCharset(section.ContentType);
    }

    private Refusal? TakeCharset(string? contentType)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var mediaType)
            || HeaderUtilities.RemoveQuotes(mediaType.Charset).ToString() is not { Length: > 0 } name
            || name.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        if (LegacyEncodings.Find(name) is not { } charset)
        {
            return new Refusal(
                ProblemCodes.UnsupportedMediaType,
                $"The charset '{Refusals.Shown(name)}' is not supported.",
                "Send UTF-8, or name one of windows-1258, windows-1252, utf-16; convert TCVN3 and VNI first.");
        }

        Charset = charset;
        return null;
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
