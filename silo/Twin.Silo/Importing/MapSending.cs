using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text.Json;
using Twin.Model;
using Twin.Silo.Hosting;

namespace Twin.Silo.Importing;

/// <summary>Sends a map file to a running city and gives what that answers.</summary>
/// <param name="path">The file; a .shp is sent with what lies beside it.</param>
/// <param name="mapping">A file with the mapping; <c>null</c> for none.</param>
/// <param name="crs">The reference system; <c>null</c> to leave it to the file.</param>
/// <param name="by">Who sends it.</param>
/// <param name="reason">Why.</param>
internal sealed class MapSending(string path, string? mapping, string? crs, string by, string reason)
{
    private const int MaxReasons = 5;

    // A map of a country takes minutes to mend.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

    private static readonly string[] Beside = [".shp", ".shx", ".dbf", ".prj", ".cpg"];

    /// <summary>Sends it, with a bar where that takes long; answers the report, or why there is none.</summary>
    public async Task<(JsonElement? Answer, Refusal? Refusal)> SendAsync(
        Uri url, CancellationToken cancellationToken)
    {
        (JsonElement?, Refusal?) outcome = default;
        await SlowWork.RunAsync(
            $"Importing {Path.GetFileName(path)}",
            async bar => outcome = await SendAsync(url, bar, cancellationToken),
            TimeProvider.System);
        return outcome;
    }

    private async Task<(JsonElement? Answer, Refusal? Refusal)> SendAsync(
        Uri url, IProgress<double> bar, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { Timeout = Limit };
        await using var file = Open(out var name);
        using var form = new MultipartFormDataContent();
        using var content = new StreamContent(new CountedStream(file, bar));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(content, "file", name);
        Add(form, "by", by);
        Add(form, "reason", reason);
        Add(form, "crs", crs);
        Add(form, "mapping", mapping is null ? null : await File.ReadAllTextAsync(mapping, cancellationToken));
        try
        {
            using var response = await client.PostAsync(url, form, cancellationToken);
            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            return response.IsSuccessStatusCode ? (JsonElement.Parse(text), null) : (null, Refused(text));
        }
        catch (HttpRequestException exception)
        {
            return (null, new Refusal(
                "unavailable",
                $"No city answers at {url.GetLeftPart(UriPartial.Authority)}: {exception.Message}",
                "Start the city first, or say with --url where it runs."));
        }
        catch (JsonException)
        {
            return (null, new Refusal(
                "unavailable", $"What answers at {url.GetLeftPart(UriPartial.Authority)} is no city.", "Check --url."));
        }
    }

    private static void Add(MultipartFormDataContent form, string name, string? value)
    {
        if (value is not null)
        {
            form.Add(new StringContent(value), name);
        }
    }

    private static Refusal Refused(string text)
    {
        var problem = JsonElement.Parse(text);
        var detail = problem.GetProperty("detail").GetString() ?? string.Empty;
        foreach (var list in (string[])["unmatched", "refusals", "rejected"])
        {
            if (problem.TryGetProperty(list, out var items) && items.ValueKind == JsonValueKind.Array)
            {
                var first = items.EnumerateArray().Take(MaxReasons)
                    .Select(item => "\n  " + item.GetProperty("detail").GetString());
                detail += string.Concat(first);
            }
        }

        return new Refusal(
            problem.GetProperty("code").GetString() ?? "unavailable",
            detail,
            problem.GetProperty("hint").GetString() ?? string.Empty);
    }

    private Stream Open(out string name)
    {
        name = Path.GetFileName(path);
        if (!Path.GetExtension(path).Equals(".shp", StringComparison.OrdinalIgnoreCase))
        {
            return File.OpenRead(path);
        }

        name = Path.ChangeExtension(name, ".zip");
        var zipped = new MemoryStream();
        using (var zip = new ZipArchive(zipped, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var extension in Beside)
            {
                var part = Path.ChangeExtension(path, extension);
                if (File.Exists(part) || extension is ".shp")
                {
                    zip.CreateEntryFromFile(part, Path.GetFileName(part));
                }
            }
        }

        zipped.Position = 0;
        return zipped;
    }
}
