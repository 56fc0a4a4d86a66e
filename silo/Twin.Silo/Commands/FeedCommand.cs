using System.CommandLine;
using System.Globalization;
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text.Json;
using Twin.Model;

namespace Twin.Silo.Commands;

/// <summary>Sends a file of positions to a twin that runs, in parts, each on disk before the next is sent.</summary>
internal static class FeedCommand
{
    private const int ShownRefusals = 10;

    private static readonly Argument<string> File = new("file")
    {
        Description = "Positions as .ndjson, .csv, or sentences of AIS as .nmea, .ais or .txt; each also with .gz.",
    };

    private static readonly Option<string> To = new("--to")
    {
        Description = "The address of the twin (default http://127.0.0.1:8080).",
        DefaultValueFactory = _ => new TwinOptions().Urls,
    };

    private static readonly Option<string> Feed = new("--feed")
    {
        Description = "The code of the feed that they count for (default file).",
        DefaultValueFactory = _ => "file",
    };

    public static Command Create()
    {
        var command = new Command("feed", "Send a file of positions to a twin that runs.") { File, To, Feed };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(File), parsed.GetRequiredValue(To), parsed.GetRequiredValue(Feed),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string path, string to, string feed, CancellationToken cancellationToken)
    {
        if (PositionFile.MediaTypeOf(path) is not { } mediaType)
        {
            return Problems.Write(new Refusal(
                "invalid_parameter",
                $"'{path}' is none of .ndjson, .jsonl, .csv, .tsv, .nmea, .ais and .txt.",
                "Name the file for what is in it; .gz may follow."));
        }

        if (!Uri.TryCreate(to, UriKind.Absolute, out var address) || !System.IO.File.Exists(path))
        {
            return Problems.Write(new Refusal(
                "invalid_parameter",
                address is null ? $"'{to}' is no address." : $"There is no file '{path}'.",
                "Say twin feed FILE --to http://127.0.0.1:8080 --feed CODE."));
        }

        try
        {
            using var client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(10) };
            return await SendAsync(client, path, mediaType, feed, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or InvalidDataException)
        {
            return Problems.Write(new Refusal(
                "unavailable",
                exception.Message,
                "Does the twin run there? Send the file again: nothing counts twice."));
        }
    }

    private static async Task<int> SendAsync(
        HttpClient client, string path, string mediaType, string feed, CancellationToken cancellationToken)
    {
        var total = new FeedTotal();
        var firstLine = 0;
        await using var file = System.IO.File.OpenRead(path);
        await using Stream text = PositionFile.IsGzip(path) ? new GZipStream(file, CompressionMode.Decompress) : file;
        await foreach (var (body, lines) in PositionFile.PartsAsync(text, mediaType, cancellationToken))
        {
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
            var uri = new Uri($"/v1/positions?feed={Uri.EscapeDataString(feed)}", UriKind.Relative);
            using var response = await client.PostAsync(uri, content, cancellationToken);
            var answer = JsonElement.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
            if (!total.Add(answer, firstLine))
            {
                return Problems.Write(new Refusal(
                    answer.GetProperty("code").GetString() ?? "internal",
                    answer.GetProperty("detail").GetString() ?? string.Empty,
                    answer.GetProperty("hint").GetString() ?? string.Empty));
            }

            firstLine += lines;
        }

        foreach (var line in total.Refusals.Take(ShownRefusals))
        {
            await Console.Error.WriteLineAsync(line);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{total.Accepted} positions moved their vessel, {total.KeptApart} were kept apart, {total.Ignored} lines "
            + $"carry none, {total.Rejected} lines were refused."));
        return total.Rejected == 0 ? ExitCode.Success : ExitCode.Difference;
    }
}
