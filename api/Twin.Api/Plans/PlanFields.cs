using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Twin.Api.Exchange.Tables;
using Twin.Api.Json;
using Twin.Api.Observations;
using Twin.Api.Problems;
using Twin.Geo.Text;
using Twin.Model;
using Twin.Model.Plans;
using Twin.Model.Units;

namespace Twin.Api.Plans;

/// <summary>Reads the fields that say what document a table of targets is of.</summary>
internal static partial class PlanFields
{
    /// <summary>The most bytes that a workbook of targets may hold once inflated.</summary>
    public const long MaxInflatedBytes = 64L << 20;

    private const int MaxText = 500;

    /// <summary>The names of the fields.</summary>
    public static readonly ImmutableArray<string> Names =
    [
        "planId", "number", "date", "titleVi", "titleEn", "place", "unit", "document", "sheet", "encoding",
        "indicators", "replace",
    ];

    /// <summary>Reads the fields, or says which of them cannot be read.</summary>
    public static (PlanSheetForm? Form, Refusal? Refusal) Read(IFormCollection form, CityDefinition city)
    {
        var (plan, refusal) = ReadPlan(form, city);
        if (plan is null)
        {
            return (null, refusal);
        }

        var replaces = Text(form, "replace");
        if (replaces is not ("" or "true" or "false"))
        {
            return (null, Refusals.InvalidParameter("replace", replaces, "Use true or false."));
        }

        if (!TryChosen(Text(form, "indicators"), out var chosen))
        {
            return (null, Refusals.InvalidParameter(
                "indicators", Text(form, "indicators"), "Send an object of target ids and indicator codes, as JSON."));
        }

        var (table, fileName, unreadable) = ReadTable(form);
        return table is null
            ? (null, unreadable)
            : (
                new PlanSheetForm(
                    plan,
                    table,
                    fileName,
                    Text(form, "sheet") is { Length: > 0 } sheet ? sheet : null,
                    Text(form, "document") is { Length: > 0 } document ? document : null,
                    chosen,
                    replaces is "true"),
                null);
    }

    /// <summary>The table of targets, or why there is none.</summary>
    public static (TableFile? Table, string FileName, Refusal? Refusal) ReadTable(IFormCollection form)
    {
        if (form.Files.GetFile("targets") is not { Length: > 0 } file)
        {
            return (null, string.Empty, new Refusal(
                ProblemCodes.EmptyBody,
                "There is no table of targets, or it is empty.",
                "Send the file 'targets': CSV, .xlsx or .xls."));
        }

        Encoding? named = null;
        if (Text(form, "encoding") is { Length: > 0 } name && (named = VietnameseEncodings.Find(name)) is null)
        {
            return (
                null,
                string.Empty,
                Refusals.InvalidParameter("encoding", name, LegacyEncodings.NamesHint));
        }

        var (table, refusal) = TableFile.Read(file.OpenReadStream(), named, MaxInflatedBytes);
        var fileName = Path.GetFileName(file.FileName);
        return (table, fileName.Length > 0 ? fileName : "targets", refusal);
    }

    private static (Plan? Plan, Refusal? Refusal) ReadPlan(IFormCollection form, CityDefinition city)
    {
        var id = Text(form, "planId");
        if (!PlanId().IsMatch(id))
        {
            return (null, Refusals.InvalidParameter(
                "planId", id, "Give the plan an id of 1 to 64 letters, digits, points, hyphens and underscores."));
        }

        var titleVi = Text(form, "titleVi");
        if (titleVi.Length == 0)
        {
            return (null, Refusals.InvalidParameter("titleVi", titleVi, "Say what the document is called."));
        }

        if (Names.FirstOrDefault(name => name is not "indicators" && Text(form, name).Length > MaxText) is { } tooLong)
        {
            return (null, Refusals.InvalidParameter(
                tooLong, Text(form, tooLong), FormattableString.Invariant($"Use at most {MaxText} characters.")));
        }

        var date = TargetWords.DocumentDate(Text(form, "date"));
        if (date.Length > 0 && !DocumentDate().IsMatch(date))
        {
            return (null, Refusals.InvalidParameter(
                "date", date, "Write the year, month or day that the document prints: 2026, 2026-01 or 15/01/2026."));
        }

        AdministrativeUnit? unit = null;
        if (Text(form, "unit") is { Length: > 0 } text)
        {
            if (!AdministrativeUnitCode.TryParse(text, out var code) || !city.Tree.Contains(code))
            {
                return (null, Refusals.InvalidParameter("unit", text, "Use a code of /v1/units, or leave it out."));
            }

            unit = city.Tree.VersionsOf(code)[^1];
        }

        return (
            new Plan(
                id,
                Text(form, "number") is { Length: > 0 } number ? number : null,
                date.Length > 0 ? date : null,
                titleVi,
                Text(form, "titleEn") is { Length: > 0 } titleEn ? titleEn : titleVi,
                Text(form, "place") is { Length: > 0 } place ? place : unit?.NameVi ?? string.Empty,
                unit?.Code,
                IsDefault: true),
            null);
    }

    private static bool TryChosen(string json, out ImmutableDictionary<string, string> chosen)
    {
        chosen = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);
        try
        {
            if (json.Length > 0
                && JsonSerializer.Deserialize(json, ApiJson.Default.DictionaryStringString) is { } read)
            {
                chosen = read.ToImmutableDictionary(StringComparer.Ordinal);
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Text(IFormCollection form, string name) =>
        form.TryGetValue(name, out var text) ? text.ToString().Trim().Normalize(NormalizationForm.FormC) : string.Empty;

    [GeneratedRegex(@"^[\p{L}\p{N}._-]{1,64}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PlanId();

    [GeneratedRegex(@"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DocumentDate();
}
