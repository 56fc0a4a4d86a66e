using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;

namespace Twin.Silo.Importing;

/// <summary>What is said of an import: some lines, and what was left out.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="Errors">What was left out, as the API answers it.</param>
internal sealed record ImportReport(ImmutableArray<string> Lines, ImmutableArray<JsonElement> Errors)
{
    private const int MaxUnits = 20;
    private const double NotableChange = 0.02;

    private static readonly string[] Columns = ["feature", "line", "title", "code", "detail", "hint"];

    /// <summary>The report on boundaries.</summary>
    public static ImportReport OfBoundaries(JsonElement answer)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        var (matched, features) = (answer.GetProperty("matched"), answer.GetProperty("features"));
        var (from, crs) = (answer.GetProperty("validFrom"), answer.GetProperty("crs"));
        lines.Add(Text(
            $"{answer.GetProperty("fileName")}: {matched} of {features} features are units from {from} on ({crs})."));
        lines.AddRange(Repairs(answer));
        lines.AddRange(answer.GetProperty("missing").EnumerateArray().Take(MaxUnits).Select(one => Text(
            $"  not drawn: {one.GetProperty("nameVi")} ({one.GetProperty("code")}), {Fate(one)}")));
        lines.AddRange(answer.GetProperty("units").EnumerateArray().Where(IsNotable).Take(MaxUnits).Select(AreaOf));
        var revision = answer.GetProperty("revision");
        lines.Add(answer.GetProperty("isDryRun").GetBoolean()
            ? Text($"Nothing was changed (dry run on revision {revision}).")
            : Text($"The map is changed: revision {revision}. POST /v1/city/changes/{revision}/undo takes it back."));
        return new ImportReport(
            lines.ToImmutable(), [.. answer.GetProperty("unmatched").EnumerateArray()]);
    }

    /// <summary>The report on places.</summary>
    public static ImportReport OfPlaces(JsonElement answer)
    {
        var (layer, features) = (answer.GetProperty("layer"), answer.GetProperty("features"));
        var (added, changed) = (answer.GetProperty("added"), answer.GetProperty("changed"));
        var (unchanged, ended) = (answer.GetProperty("unchanged"), answer.GetProperty("ended"));
        var lines = ImmutableArray.CreateBuilder<string>();
        lines.Add(Text($"{answer.GetProperty("fileName")}: {features} features ({answer.GetProperty("crs")})."));
        lines.AddRange(Repairs(answer));
        lines.Add(Text($"{layer}: {added} new, {changed} changed, {unchanged} as they were, {ended} ended."));
        if (answer.GetProperty("isDryRun").GetBoolean())
        {
            lines.Add("Nothing was changed (dry run).");
        }

        return new ImportReport(
            lines.ToImmutable(), [.. answer.GetProperty("unmatched").EnumerateArray()]);
    }

    /// <summary>Writes what was left out as CSV.</summary>
    public void WriteErrors(string path)
    {
        using var csv = new CsvWriter(
            new StreamWriter(path, append: false, new UTF8Encoding(true)), CultureInfo.InvariantCulture);
        foreach (var column in Columns)
        {
            csv.WriteField(column);
        }

        csv.NextRecord();
        foreach (var error in Errors)
        {
            foreach (var column in Columns)
            {
                csv.WriteField(error.TryGetProperty(column, out var value) ? value.ToString() : string.Empty);
            }

            csv.NextRecord();
        }
    }

    private static string Fate(JsonElement unit) =>
        unit.GetProperty("keepsShape").GetBoolean() ? "keeps its shape" : "has no shape";

    // Against the published area: what was drawn until now may have been schematic.
    private static bool IsNotable(JsonElement unit) =>
        Number(unit, "areaPublished") is > 0 and { } published
        && Number(unit, "areaAfter") is { } after
        && Math.Abs((after / published) - 1) > NotableChange;

    private static IEnumerable<string> Repairs(JsonElement answer)
    {
        foreach (var kind in answer.GetProperty("repairs").EnumerateArray()
            .GroupBy(one => one.GetProperty("kind").GetString(), StringComparer.Ordinal))
        {
            var count = kind.Sum(one => one.GetProperty("count").GetInt64());
            var area = kind.Sum(one => one.GetProperty("areaSquareMeters").GetDouble());
            yield return Text($"  {kind.Key}: {count} mended or told, {area:N0} m²");
        }
    }

    private static string AreaOf(JsonElement unit)
    {
        var (after, published) = (Number(unit, "areaAfter"), Number(unit, "areaPublished"));
        var (name, code) = (unit.GetProperty("nameVi"), unit.GetProperty("code"));
        return Text($"  area: {name} ({code}) {after:N2} km², published {published:N2} km²");
    }

    private static double? Number(JsonElement unit, string name) =>
        unit.GetProperty(name) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
