using Microsoft.Extensions.Options;
using Twin.Api.Hosting;
using Twin.Api.Observations;
using Twin.Api.Problems;
using Twin.Geo.Tables;
using Twin.Model;

namespace Twin.Api.Exchange.Imports;

/// <summary>Reads an uploaded table into the rows of a report. Nothing is sent on from here.</summary>
internal sealed class ImportReader(CityDefinition city, IOptions<TwinApiOptions> options, TimeProvider time)
{
    private const string SheetHint = "POST /v1/imports/inspection names the sheets.";
    private const string TableHint = "Save it again as .xlsx, or as CSV in UTF-8, without a password.";

    /// <summary>
    /// The table's header and the mapping that holds: the one that came with it, or what its columns say themselves.
    /// </summary>
    public (TableHeader? Header, ImportMapping? Mapping, Refusal? Refusal) Find(ImportUpload upload)
    {
        using var table = upload.Table.Open(upload.Mapping?.Sheet);
        if (table is null)
        {
            return (null, null, new Refusal(
                ProblemCodes.InvalidMapping,
                $"There is no sheet '{Refusals.Shown(upload.Mapping?.Sheet ?? string.Empty)}'.",
                SheetHint));
        }

        var suggestion = new MappingSuggestion(city.Indicators);
        var header = TableHeader.Find(table, upload.Mapping?.HeaderLine, suggestion.IsKnown);
        return header is null
            ? (null, null, new Refusal(
                ProblemCodes.InvalidTable, "The table holds no line that names columns.", TableHint))
            : (header, Complete(upload.Mapping, header, suggestion), null);
    }

    /// <summary>Reads the whole table, or says why it cannot be read at all.</summary>
    public (ImportReading? Reading, Refusal? Refusal) Read(
        ImportUpload upload, IngestGate.Pass pass, int maxRejections, CancellationToken cancellationToken)
    {
        try
        {
            var (header, mapping, refusal) = Find(upload);
            ImportPlan? plan = null;
            if (refusal is not null || !ImportPlan.TryMake(mapping!, header!, out plan, out refusal))
            {
                return (null, refusal);
            }

            var rejections = new Rejections(maxRejections);
            var rows = new ReportRows(
                new ReportVocabulary(city), rejections, options.Value.MaxImportObservations, time.GetUtcNow());
            using var table = upload.Table.Open(mapping!.Sheet)!; // The sheet was there a moment ago.
            rows.AddEvidence(Evidence(mapping, table));
            rows.NoteTrouble(LegacyEncodings.TroubleOf(upload.Table.Encoding));
            var run = new ImportRun(plan, city, rows);
            var content = new ReportContent(rows, rejections, default, null);
            return ReadAll(table, run, rows, pass, cancellationToken)
                ? (new ImportReading(header!, mapping, run.Lines, content), null)
                : (null, new Refusal(
                    ProblemCodes.TooMany,
                    "Unfinished reports hold as many rows as fit in memory.",
                    "Send this one again in a moment, or in parts."));
        }
        catch (TableFormatException exception)
        {
            return (null, Unreadable(exception));
        }
    }

    /// <summary>Why a file is no table.</summary>
    public static Refusal Unreadable(TableFormatException exception) =>
        new(ProblemCodes.InvalidTable, exception.Message, TableHint);

    /// <summary>A mapping that names no columns only says where to look for them.</summary>
    private static ImportMapping Complete(ImportMapping? given, TableHeader header, MappingSuggestion suggestion) =>
        given switch
        {
            null => suggestion.Suggest(header),
            { Unit: null, UnitName: null, Values.IsEmpty: true } =>
                suggestion.Suggest(header) with { Sheet = given.Sheet, Numbers = given.Numbers },
            _ => given,
        };

    private static bool ReadAll(
        TableReader table,
        ImportRun run,
        ReportRows rows,
        IngestGate.Pass pass,
        CancellationToken cancellationToken)
    {
        const int LinesBetweenChecks = 4_096;
        while (table.Read())
        {
            run.Take(table);
            if (table.Line % LinesBetweenChecks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!pass.TryHold(rows.GoodCount))
                {
                    return false;
                }
            }
        }

        rows.Complete();
        return pass.TryHold(rows.GoodCount);
    }

    private static NumberConvention Evidence(ImportMapping mapping, TableReader table) => mapping.Numbers switch
    {
        ImportNumbers.Comma => NumberConvention.Comma,
        ImportNumbers.Point => NumberConvention.Point,
        // Spreadsheets put semicolons between cells where the comma is taken by decimals.
        _ when table.Separator is ';' => NumberConvention.Comma,
        _ => NumberConvention.None,
    };
}
