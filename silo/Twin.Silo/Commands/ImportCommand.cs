using System.CommandLine;
using System.Globalization;
using Twin.Model;
using Twin.Model.Places;
using Twin.Silo.Importing;

namespace Twin.Silo.Commands;

/// <summary>Sends a map file to a running city.</summary>
internal static class ImportCommand
{
    private const string DefaultUrl = "http://127.0.0.1:8080";

    private static readonly Argument<string> File = new("file")
    {
        Description = "A map file: GeoJSON, GeoPackage, CSV, or a shapefile as a zip or as its .shp.",
    };

    private static readonly Option<string?> Crs = new("--crs")
    {
        Description = "The reference system, such as EPSG:3405 (default: what the file says).",
    };

    private static readonly Option<string?> Map = new("--map")
    {
        Description = "A JSON file that says which properties hold what: {\"code\": \"ma_xa\", \"name\": \"ten_xa\"}.",
    };

    private static readonly Option<string?> Date = new("--date")
    {
        Description = "A day on which the units of the file stand, such as 2025-07-01 (default: today).",
    };

    private static readonly Option<string?> Level = new("--level")
    {
        Description = "The level of all units of the file: city, district or commune (default: any).",
    };

    private static readonly Option<string?> Tolerance = new("--tolerance")
    {
        Description = "How wide a strip between neighbors may be to be filled, in meters (default 5).",
    };

    private static readonly Option<string?> FirstDay = new("--date")
    {
        Description = "The first day of places whose features do not say theirs (default: today).",
    };

    private static readonly Option<bool> EndMissing = new("--end-missing")
    {
        Description = "End the places of the layer that are not in the file.",
    };

    private static readonly Option<bool> DryRun = new("--dry-run")
    {
        Description = "Say what would change, and change nothing.",
    };

    private static readonly Option<string?> By = new("--by")
    {
        Description = "Who makes the change (default: the user's name).",
    };

    private static readonly Option<string?> Reason = new("--reason")
    {
        Description = "Why (default: the name of the file).",
    };

    private static readonly Option<string?> Errors = new("--errors")
    {
        Description = "Where the features that are left out are listed, as CSV (default: FILE.errors.csv).",
    };

    private static readonly Option<string?> Url = new("--url")
    {
        Description = $"The running city (default {DefaultUrl}).",
    };

    public static Command Create()
    {
        var boundaries = new Command("boundaries", "Make a map file the map of the running city.")
        {
            File, Crs, Map, Date, Level, Tolerance, DryRun, By, Reason, Errors, Url,
        };
        boundaries.SetAction((parsed, cancellationToken) => RunAsync(
            parsed,
            "/v1/imports/boundaries",
            Query(
                ("date", parsed.GetValue(Date)),
                ("level", parsed.GetValue(Level)),
                ("tolerance", parsed.GetValue(Tolerance)),
                ("dryRun", parsed.GetValue(DryRun) ? "true" : null)),
            ImportReport.OfBoundaries,
            cancellationToken));
        var command = new Command("import", "Send a map file to the running city.") { boundaries };
        foreach (var schema in PlaceSchemas.All)
        {
            command.Add(Places(schema));
        }

        return command;
    }

    private static Command Places(PlaceSchema schema)
    {
        var command = new Command(schema.Id, $"Take the features of a map file in as {schema.Id}.")
        {
            File, Crs, Map, FirstDay, EndMissing, DryRun, By, Reason, Errors, Url,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed,
            $"/v1/imports/{schema.Id}",
            Query(
                ("date", parsed.GetValue(FirstDay)),
                ("endMissing", parsed.GetValue(EndMissing) ? "true" : null),
                ("dryRun", parsed.GetValue(DryRun) ? "true" : null)),
            ImportReport.OfPlaces,
            cancellationToken));
        return command;
    }

    private static string Query(params (string Name, string? Value)[] parameters) => string.Join(
        '&',
        parameters.Where(one => one.Value is not null).Select(
            one => $"{one.Name}={Uri.EscapeDataString(one.Value ?? string.Empty)}"));

    private static async Task<int> RunAsync(
        ParseResult parsed,
        string path,
        string query,
        Func<System.Text.Json.JsonElement, ImportReport> report,
        CancellationToken cancellationToken)
    {
        var file = parsed.GetRequiredValue(File);
        if (!Uri.TryCreate(parsed.GetValue(Url) ?? DefaultUrl, UriKind.Absolute, out var url)
            || url.Scheme is not ("http" or "https"))
        {
            return Problems.Write(new Refusal(
                "invalid_parameter",
                $"The address '{parsed.GetValue(Url)}' is none.",
                $"Use one such as {DefaultUrl}."));
        }

        try
        {
            var sending = new MapSending(
                file,
                parsed.GetValue(Map),
                parsed.GetValue(Crs),
                parsed.GetValue(By) ?? Environment.UserName,
                parsed.GetValue(Reason) ?? Path.GetFileName(file));
            var (answer, refusal) = await sending.SendAsync(
                new Uri(url, $"{path}?{query}"), cancellationToken);
            if (answer is not { } json)
            {
                return Problems.Write(refusal!); // One of the two is there.
            }

            return Show(report(json), parsed.GetValue(Errors) ?? file + ".errors.csv");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Problems.Write(new Refusal("unreadable_file", exception.Message, "Give a file that can be read."));
        }
    }

    private static int Show(ImportReport report, string errors)
    {
        foreach (var line in report.Lines)
        {
            Console.WriteLine(line);
        }

        if (report.Errors.IsEmpty)
        {
            return ExitCode.Success;
        }

        report.WriteErrors(errors);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{report.Errors.Length} features were left out: {errors}"));
        return ExitCode.Difference;
    }
}
