using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Twin.Api.Hosting;
using Twin.Api.Problems;
using Twin.Model;

namespace Twin.Api.Observations;

/// <summary>
/// Reads the body of a report, to its end, into rows. Nothing is sent on from here: a body that turns out truncated
/// must not count in part.
/// </summary>
internal sealed class ReportReader(
    ReportVocabulary vocabulary, IOptions<TwinApiOptions> options, TimeProvider time)
{
    private const int FirstDocumentBytes = 4 << 10;

    private static readonly Refusal NoRoom = new(
        ProblemCodes.TooMany,
        "Unfinished reports hold as many rows as fit in memory.",
        "Send this one again in a moment, or in parts.");

    private readonly TwinApiOptions _options = options.Value;

    /// <summary>Reads a report, or says why it cannot be read at all.</summary>
    public async Task<(ReportContent? Content, Refusal? Refusal)> ReadAsync(
        Stream body, ReportHeaders headers, IngestGate.Pass pass, CancellationToken cancellationToken)
    {
        var rejections = new Rejections(_options.MaxRejectedListed);
        var rows = new ReportRows(vocabulary, rejections, _options.MaxObservations, time.GetUtcNow());
        using var hash = headers.IdempotencyKey is null
            ? null
            : IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string? reporter = null;
        Refusal? refusal;
        try
        {
            var (opened, charset) = await OpenAsync(body, headers, cancellationToken);
            await using var text = opened;
            rows.NoteTrouble(LegacyEncodings.TroubleOf(charset));
            (refusal, reporter) = headers.Format == ReportFormat.Json
                ? await ReadDocumentAsync(text, rows, hash, pass, cancellationToken)
                : (await ReadLinesAsync(text, headers.Format, rows, hash, pass, cancellationToken), null);
        }
        catch (InvalidDataException)
        {
            refusal = new Refusal(
                ProblemCodes.TruncatedBody,
                "The gzip body is damaged or ends before its end; nothing of it was taken.",
                "Compress it again and send it whole.");
        }
        catch (DecoderFallbackException)
        {
            refusal = new Refusal(
                ProblemCodes.InvalidEncoding,
                $"The body has bytes that {headers.Charset?.WebName ?? "its encoding"} does not have.",
                "Name the charset that the file was saved in, or save it as UTF-8.");
        }

        if (refusal is not null)
        {
            return (null, refusal);
        }

        rows.Complete();
        return rows.Count == 0
            ? (null, new Refusal(ProblemCodes.EmptyBody, "The body holds no rows.", "Send at least one observation."))
            : (new ReportContent(rows, rejections, hash?.GetHashAndReset(), reporter), null);
    }

    private async Task<(Stream Text, Encoding? Charset)> OpenAsync(
        Stream body, ReportHeaders headers, CancellationToken cancellationToken)
    {
        Stream stream = new LimitedStream(body, _options.MaxBodyBytes);
        if (headers.IsGzip)
        {
            stream = new LimitedStream(new GZipStream(stream, CompressionMode.Decompress), _options.MaxInflatedBytes);
        }

        var charset = headers.Charset;
        if (charset is null)
        {
            var peeked = await PeekedStream.OpenAsync(
                stream, headers.Format == ReportFormat.Csv, cancellationToken);
            charset = peeked.Charset;
            stream = peeked;
        }

        var text = charset is null ? stream : Encoding.CreateTranscodingStream(stream, charset, Encoding.UTF8);
        return (text, charset);
    }

    private async Task<Refusal?> ReadLinesAsync(
        Stream text,
        ReportFormat format,
        ReportRows rows,
        IncrementalHash? hash,
        IngestGate.Pass pass,
        CancellationToken cancellationToken)
    {
        using var lines = new LineReader(text, _options.MaxLineBytes, hash);
        var csv = new CsvReportReader(rows);
        var json = new NdJsonReportReader(rows);
        while (await lines.FillAsync(cancellationToken))
        {
            while (lines.TryRead(out var line, out var isTooLong))
            {
                if (format == ReportFormat.NdJson)
                {
                    json.Read(lines.LineNumber, line, isTooLong);
                }
                else if (csv.Read(lines.LineNumber, line, isTooLong) is { } refusal)
                {
                    return refusal;
                }
            }

            if (!pass.TryHold(rows.GoodCount))
            {
                return NoRoom;
            }
        }

        return null;
    }

    private async Task<(Refusal? Refusal, string? Reporter)> ReadDocumentAsync(
        Stream text,
        ReportRows rows,
        IncrementalHash? hash,
        IngestGate.Pass pass,
        CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(FirstDocumentBytes);
        try
        {
            var length = 0;
            int read;
            while ((read = await text.ReadAsync(buffer.AsMemory(length), cancellationToken)) > 0)
            {
                length += read;
                if (length > _options.MaxJsonBytes)
                {
                    return (new Refusal(
                        ProblemCodes.TooLarge,
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"The JSON document is longer than {_options.MaxJsonBytes} bytes."),
                        "Send it as NDJSON or CSV, which are read line by line, or in parts."), null);
                }

                buffer = length < buffer.Length ? buffer : Grow(buffer);
            }

            hash?.AppendData(buffer, 0, length);
            var reader = new JsonReportReader(rows);
            var document = buffer.AsMemory(0, length);
            var start = document.Span.StartsWith("\uFEFF"u8) ? "\uFEFF"u8.Length : 0;
            var refusal = reader.Read(document.Span[start..]);
            return (refusal ?? (pass.TryHold(rows.GoodCount) ? null : NoRoom), reader.Reporter);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Grow(byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
