using System.Collections.Immutable;
using System.Globalization;
using Twin.Api.Exchange.Imports;
using Twin.Api.Problems;
using Twin.Api.Text;
using Twin.Geo.Datasets;
using Twin.Geo.Tables;
using Twin.Model;
using Twin.Model.Agencies;
using Twin.Model.Plans;

namespace Twin.Api.Plans;

/// <summary>
/// Reads a plan out of one table of targets and holds it against a city: each row finds its indicator, gets an id where
/// it has none, and is held against the target that the city has under that id. For one request.
/// </summary>
internal sealed class PlanSheetReader(PlanSheetForm form, string? agencies, CityDefinition city)
{
    private readonly IndicatorMatch _indicators = new(city);
    private readonly ILookup<string, string> _agencies = city.Agencies.ToLookup(
        agency => FoldedText.Fold(agency.NameVi), agency => agency.Id, StringComparer.Ordinal);

    /// <summary>The sheet, or why there is none.</summary>
    public static (TargetSheet? Sheet, Refusal? Refusal) Open(
        Exchange.Tables.TableFile table, string? sheet)
    {
        try
        {
            var (header, isThere) = FindHeader(table, sheet);
            if (!isThere)
            {
                return (null, new Refusal(
                    ProblemCodes.InvalidTable,
                    $"There is no sheet '{Refusals.Shown(sheet ?? string.Empty)}'.",
                    "POST /v1/plans/inspection names the sheets."));
            }

            // A header is found by reading on, so the rows are read anew.
            using var rows = table.Open(sheet)!; // It was there a moment ago.
            return TargetSheet.TryRead(rows, header, out var read, out var refusal) ? (read, null) : (null, refusal);
        }
        catch (TableFormatException exception)
        {
            return (null, new Refusal(
                ProblemCodes.InvalidTable,
                exception.Message,
                "Save it again as .xlsx, or as CSV in UTF-8, without a password."));
        }
    }

    /// <summary>Reads the plan, or says why it cannot be read at all.</summary>
    public (PlanReading? Reading, Refusal? Refusal) Read()
    {
        var (sheet, unreadable) = Open(form.Table, form.Sheet);
        if (sheet is null)
        {
            return (null, unreadable);
        }

        if (CheckDocument(sheet) is { } refusal)
        {
            return (null, refusal);
        }

        var rows = sheet.Rows.RemoveAll(row => !IsWanted(row));
        var found = rows.Select((row, place) => Find(row, place, sheet.Separator)).ToImmutableArray();
        var without = form.Replaces ? Without(city) : city;
        var tables = PlanTablesReader.Read(
            form.Plan, [.. found.Select(one => one.Cells)], form.FileName, agencies, without);
        return (
            new PlanReading(
                tables,
                PayloadOf(tables),
                [.. found.Select(one => one.Answer with { Change = ChangeOf(one, tables) })],
                [.. sheet.Unread],
                sheet.Rows.Length - rows.Length),
            null);
    }

    private static (TableHeader? Header, bool IsThere) FindHeader(Exchange.Tables.TableFile table, string? sheet)
    {
        using var first = table.Open(sheet);
        return first is null ? (null, false) : (TargetSheet.FindHeader(first), true);
    }

    private Refusal? CheckDocument(TargetSheet sheet)
    {
        var documents = sheet.Documents.ToArray();
        var names = string.Join(", ", documents.Select(one => one.Document));
        if (form.Document is { } wanted)
        {
            return sheet.Rows.Any(IsWanted)
                ? null
                : new Refusal(
                    ProblemCodes.InvalidParameter,
                    $"No row of the table is of the document '{Refusals.Shown(wanted)}'.",
                    documents.Length == 0 ? "The table names no documents: leave it out." : $"It has: {names}.");
        }

        return documents.Length <= 1
            ? null
            : new Refusal(
                ProblemCodes.InvalidParameter,
                string.Create(CultureInfo.InvariantCulture, $"The table holds rows of {documents.Length} documents."),
                $"Say in 'document' which one is the plan: {names}.");
    }

    private bool IsWanted(TargetSheet.Line row) => form.Document is not { } wanted
        || string.Equals(row.Document, wanted, StringComparison.Ordinal)
        || string.Equals(row[TargetColumns.DocumentNumber], wanted, StringComparison.Ordinal);

    private (TargetCells Cells, PlanRowAnswer Answer) Find(TargetSheet.Line row, int place, char? separator)
    {
        var cells = row.Cells.ToDictionary(cell => cell.Key, cell => cell.Value.Text, StringComparer.Ordinal);
        var id = row[TargetColumns.Id] is { Length: > 0 } own
            ? own
            : string.Create(CultureInfo.InvariantCulture, $"{form.Plan.Id}-{place + 1:00}");
        var nameVi = row[TargetColumns.NameVi] is { Length: > 0 } named ? named : row[TargetColumns.NameEn];
        var nameEn = row[TargetColumns.NameEn] is { Length: > 0 } english ? english : nameVi;
        var kind = row[TargetColumns.Kind] is { Length: > 0 } written ? written : "target";
        cells[TargetColumns.Id] = id;
        cells["plan"] = form.Plan.Id;
        cells[TargetColumns.NameVi] = nameVi;
        cells[TargetColumns.NameEn] = nameEn;
        cells[TargetColumns.Kind] = kind;
        cells[TargetColumns.Section] = row[TargetColumns.Section] is { Length: > 0 } section ? section : form.Plan.Id;
        cells[TargetColumns.Tiers] = TargetWords.Tiers(row[TargetColumns.Tiers]);
        cells[TargetColumns.Comparator] = TargetWords.Comparator(row[TargetColumns.Comparator]);
        cells[TargetColumns.DueDate] = DueDate(row);
        TurnNumbers(row, kind, separator, cells);
        TurnCadence(row, cells);
        TurnOwner(row, cells);
        var how = FindIndicator(id, kind, nameVi, nameEn, cells, out var suggestions);
        var indicator = cells.GetValueOrDefault(TargetColumns.Indicator);
        var hint = suggestions.IsEmpty
            ? "Write its code into the column 'indicator', or choose it by 'indicators'; /v1/indicators lists them."
            : $"Choose one of {string.Join(", ", suggestions)} or another of /v1/indicators.";
        return (
            new TargetCells(row.Number, cells, hint),
            new PlanRowAnswer
            {
                Line = row.Number,
                Id = id,
                NameVi = nameVi,
                NameEn = nameEn,
                Goal = GoalOf(cells),
                Tiers = cells[TargetColumns.Tiers],
                DueDate = cells[TargetColumns.DueDate] is { Length: > 0 } due ? due : null,
                Indicator = string.IsNullOrEmpty(indicator) ? null : indicator,
                Match = how,
                Suggestions = suggestions,
                Change = "refused",
            });
    }

    private static string DueDate(TargetSheet.Line row) => TargetWords.Day(
        row[TargetColumns.DueDate] is { Length: > 0 } due ? due : row[TargetColumns.YearDue]);

    private static void TurnNumbers(
        TargetSheet.Line row, string kind, char? separator, Dictionary<string, string> cells)
    {
        foreach (var column in (ReadOnlySpan<string>)[TargetColumns.Value, TargetColumns.ValueMax])
        {
            if (row.Cells.TryGetValue(column, out var cell))
            {
                (cells[column], var isPercentage) = TargetWords.Number(cell, separator);
                if (isPercentage)
                {
                    cells.TryAdd(TargetColumns.Unit, "%");
                }
            }
        }

        // "1;3;12": a cadence of several is no number; the column of cadences says it.
        if (kind is "cadence" && row[TargetColumns.Value].Contains(';', StringComparison.Ordinal))
        {
            cells[TargetColumns.Value] = string.Empty;
        }
    }

    private static void TurnCadence(TargetSheet.Line row, Dictionary<string, string> cells)
    {
        var (cadence, note) = TargetWords.Cadence(row[TargetColumns.Cadence]);
        cells[TargetColumns.Cadence] = cadence;
        if (note.Length > 0)
        {
            string[] notes = [row[TargetColumns.Note], note];
            cells[TargetColumns.Note] = string.Join("; ", notes.Where(text => text.Length > 0));
        }
    }

    private void TurnOwner(TargetSheet.Line row, Dictionary<string, string> cells)
    {
        cells.TryAdd(TargetColumns.OwnerBasis, "explicit");
        var owner = row[TargetColumns.OwnerAgency];
        if (row[TargetColumns.OwnerAgencyId].Length == 0
            && owner.Length > 0
            && _agencies[FoldedText.Fold(owner)].ToArray() is [var id])
        {
            cells[TargetColumns.OwnerAgencyId] = id;
        }
    }

    private string? FindIndicator(
        string id,
        string kind,
        string nameVi,
        string nameEn,
        Dictionary<string, string> cells,
        out ImmutableArray<string> suggestions)
    {
        suggestions = [];
        if (form.Indicators.TryGetValue(id, out var chosen))
        {
            cells[TargetColumns.Indicator] = chosen;
            return "chosen";
        }

        if (cells.ContainsKey(TargetColumns.Indicator))
        {
            return "code";
        }

        if (kind is "cadence" or "threshold")
        {
            return null;
        }

        if (_indicators.TryFind(nameVi, nameEn, out var code, out var how))
        {
            cells[TargetColumns.Indicator] = code;
            return how;
        }

        suggestions = _indicators.Suggest(nameVi);
        return null;
    }

    private static string GoalOf(Dictionary<string, string> cells)
    {
        var most = cells.GetValueOrDefault(TargetColumns.ValueMax) is { Length: > 0 } max ? $"–{max}" : string.Empty;
        return $"{cells[TargetColumns.Comparator]} {cells.GetValueOrDefault(TargetColumns.Value)}{most} "
            + cells.GetValueOrDefault(TargetColumns.Unit);
    }

    private string ChangeOf((TargetCells Cells, PlanRowAnswer Answer) row, PlanTables tables)
    {
        if (tables.Targets.FirstOrDefault(target => Is(target.Id, row.Answer.Id)) is not { } target
            || tables.Problems.Any(problem => problem.Line == row.Cells.Line && Is(problem.File, form.FileName)))
        {
            return "refused";
        }

        return Before(target.Id) is not { } before ? "added" : IsSame(before, target) ? "same" : "changed";
    }

    private Target? Before(string id) => form.Replaces
        ? city.Targets.FirstOrDefault(one => Is(one.Id, id) && Is(one.PlanId, form.Plan.Id))
        : null;

    /// <summary>The city without the plan, but with its agencies, which the rows may name.</summary>
    private CityDefinition Without(CityDefinition whole) => whole with
    {
        Plans = whole.Plans.RemoveAll(one => Is(one.Id, form.Plan.Id)),
        Targets = whole.Targets.RemoveAll(one => Is(one.PlanId, form.Plan.Id)),
        Agencies = agencies is null ? whole.Agencies : whole.Agencies.RemoveAll(one => Is(one.PlanId, form.Plan.Id)),
    };

    /// <summary>
    /// A plan that is replaced keeps its agencies unless others are sent, and the shares of targets that are what they
    /// were.
    /// </summary>
    private PlanPayload PayloadOf(PlanTables tables)
    {
        var isThere = form.Replaces && city.Plans.Any(one => Is(one.Id, form.Plan.Id));
        IEnumerable<Agency> kept = isThere && agencies is null
            ? city.Agencies.Where(one => Is(one.PlanId, form.Plan.Id))
            : [];
        var shares = isThere
            ? city.Targets.Where(share => share.OriginId is { } origin
                && Before(origin) is { } before
                && tables.Targets.Any(target => Is(target.Id, origin) && IsSame(before, target)))
            : [];
        return new PlanPayload
        {
            Plans = tables.Plans,
            Targets = [.. tables.Targets, .. shares],
            Agencies = [.. tables.Agencies, .. kept],
            Withdraw = isThere ? [form.Plan.Id] : [],
        };
    }

    /// <summary>By what stands in the journal: records of arrays are not equal by what is in them.</summary>
    private static bool IsSame(Target left, Target right) => Is(
        PlanChangeKind.Write(new PlanPayload { Targets = [left] }),
        PlanChangeKind.Write(new PlanPayload { Targets = [right] }));

    private static bool Is(string left, string right) => string.Equals(left, right, StringComparison.Ordinal);
}
