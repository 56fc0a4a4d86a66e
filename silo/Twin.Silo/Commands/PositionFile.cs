using System.Runtime.CompilerServices;
using System.Text;

namespace Twin.Silo.Commands;

/// <summary>Takes a file of positions apart into bodies of requests, at ends of lines. Stateless.</summary>
internal static class PositionFile
{
    /// <summary>A body is closed behind the line with which it has so many bytes.</summary>
    private const int PartBytes = 8 << 20;

    private const string Sentences = "text/plain";
    private const string Table = "text/csv";

    /// <summary>What is in a file by its name; <c>null</c> where that says nothing.</summary>
    public static string? MediaTypeOf(string path) =>
        Path.GetExtension(IsGzip(path) ? path[..^3] : path).ToLowerInvariant() switch
        {
            ".ndjson" or ".jsonl" => "application/x-ndjson",
            ".csv" or ".tsv" => Table,
            ".nmea" or ".ais" or ".txt" => Sentences,
            _ => null,
        };

    /// <summary>Whether a file is compressed, by its name.</summary>
    public static bool IsGzip(string path) => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The bodies, each with how many lines of the file it has beside a header that is given again. Sentences of one
    /// message stay together.
    /// </summary>
    public static async IAsyncEnumerable<(byte[] Body, int Lines)> PartsAsync(
        Stream text,
        string mediaType,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Byte by byte and back: what a line is worth is the twin's to say.
        using var reader = new StreamReader(text, Encoding.Latin1, detectEncodingFromByteOrderMarks: false);
        var header = string.Empty;
        if (mediaType is Table && await reader.ReadLineAsync(cancellationToken) is { } first)
        {
            header = first + "\n";
        }

        var part = new StringBuilder(header);
        var lines = 0;
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (lines > 0 && part.Length >= PartBytes && !(mediaType is Sentences && IsLaterPart(line)))
            {
                yield return (Encoding.Latin1.GetBytes(part.ToString()), lines);
                part.Clear().Append(header);
                lines = 0;
            }

            part.Append(line).Append('\n');
            lines++;
        }

        if (lines > 0)
        {
            yield return (Encoding.Latin1.GetBytes(part.ToString()), lines);
        }
    }

    // "!AIVDM,2,2,…": the second of two; behind a tag block, or not.
    private static bool IsLaterPart(string line)
    {
        var start = line.LastIndexOf('!');
        var fields = start < 0 ? [] : line[start..].Split(',', 4);
        return fields is [_, _, var number, ..] && number is not "1";
    }
}
