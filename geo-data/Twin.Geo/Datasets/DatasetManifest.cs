using System.Text.Json;
using Twin.Model.Indicators;

namespace Twin.Geo.Datasets;

/// <summary>What <c>dataset.json</c> says. Members may lack here, so that the reader can name them.</summary>
internal sealed record DatasetManifest
{
    public const string File = "dataset.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    public string? Id { get; init; }

    public string? TitleVi { get; init; }

    public string? TitleEn { get; init; }

    public string? Publisher { get; init; }

    public DateOnly? Date { get; init; }

    public ManifestLicence? Licence { get; init; }

    public string? Crs { get; init; }

    public string? SurveyCrs { get; init; }

    public string? SchematicNoteVi { get; init; }

    public string? SchematicNoteEn { get; init; }

    public string? FirstIndicator { get; init; }

    public IReadOnlyList<ManifestSource?> Sources { get; init; } = [];

    public IReadOnlyList<ManifestBoundaries?> Boundaries { get; init; } = [];

    public IReadOnlyList<string> Notes { get; init; } = [];

    public static DatasetManifest? Read(string directory, ProblemList problems)
    {
        var path = Path.Combine(directory, File);
        if (!System.IO.File.Exists(path))
        {
            problems.Add(File, 0, DatasetProblemCodes.MissingFile, $"There is no {File}.", "Add the file.");
            return null;
        }

        try
        {
            using var stream = System.IO.File.OpenRead(path);
            return JsonSerializer.Deserialize<DatasetManifest>(stream, Options)
                ?? throw new JsonException("The file holds null.");
        }
        catch (JsonException error)
        {
            problems.Add(
                File, (int)(error.LineNumber ?? -1) + 1, DatasetProblemCodes.MalformedJson, error.Message,
                "See docs/reference/datasets.md for its members.");
            return null;
        }
    }

    /// <summary>The publication, or <c>null</c> with every missing member reported.</summary>
    public DatasetPublication? ToPublication(ProblemList problems)
    {
        (string Member, object? Value)[] required =
        [
            ("id", Id), ("titleVi", TitleVi), ("titleEn", TitleEn), ("publisher", Publisher), ("date", Date),
            ("licence.id", Licence?.Id), ("licence.url", Licence?.Url), ("crs", Crs),
        ];
        var missing = required.Where(r => r.Value is null).ToList();
        foreach (var (member, _) in missing)
        {
            problems.Add(
                File, 0, DatasetProblemCodes.MissingValue, $"The member {member} is missing.", "Add the member.");
        }

        // With nothing missing each of them is set.
        return missing.Count > 0 ? null : new DatasetPublication
        {
            Id = Id!,
            TitleVi = TitleVi!,
            TitleEn = TitleEn!,
            Publisher = Publisher!,
            Date = Date!.Value,
            LicenceId = Licence!.Id!,
            LicenceUrl = Licence.Url!,
            LicenceNote = Licence.Note,
            Crs = Crs!,
            SurveyCrs = SurveyCrs,
            SchematicNoteVi = SchematicNoteVi,
            SchematicNoteEn = SchematicNoteEn,
            FirstIndicator = IndicatorCode.TryParse(FirstIndicator, out var first) ? first : null,
            Sources =
            [
                .. Sources.OfType<ManifestSource>()
                    .Select(s => new DatasetSource(s.Name ?? string.Empty, s.UsedFor ?? string.Empty)),
            ],
        };
    }

    public sealed record ManifestLicence(string? Id, string? Url, string? Note);

    public sealed record ManifestSource(string? Name, string? UsedFor);

    public sealed record ManifestBoundaries(string? File, DateOnly? ValidFrom, DateOnly? ValidTo, bool IsSchematic);
}
