using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Twin.Api.Exchange.Tables;
using Twin.Api.Hosting;
using Twin.Api.Observations;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Geo.Tables;
using Twin.Model;
using Twin.Model.Observations;

namespace Twin.Api.Exchange.Imports;

/// <summary>Takes in tables as offices keep them: CSV and Excel workbooks, with a mapping of their columns.</summary>
internal static class ImportEndpoints
{
    private const int SampleLines = 8;
    private const int MaxSampleColumns = 60;

    /// <summary>Maps the endpoints.</summary>
    public static void MapImports(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/imports").WithTags("Exchange").WithMetadata(ImportBody.Instance);
        group.MapPost("/", PostImportAsync)
            .WithName("postImport")
            .WithSummary("Import a table of observations from CSV or an Excel workbook")
            .WithDescription(
                "The mapping says which columns hold what; without one, the columns' names do. With dryRun nothing is "
                + "taken in, and the answer says what would be. Good rows are kept and bad ones listed. With an "
                + "Idempotency-Key the same file may be sent again and counts once.")
            .WithQuery(ExchangeParameters.DryRun, ExchangeParameters.ReasonLanguage, ExchangeParameters.Encoding)
            .Produces<ImportAnswer>()
            .Produces<ReportProblem>(StatusCodes.Status422UnprocessableEntity, ProblemResult.MediaType)
            .Produces<ReportProblem>(StatusCodes.Status503ServiceUnavailable, ProblemResult.MediaType);
        group.MapPost("/inspection", PostInspectionAsync)
            .WithName("postImportInspection")
            .WithSummary("Look at a table: its sheets, columns and first lines, and the mapping that they suggest")
            .WithQuery(ExchangeParameters.Encoding)
            .Produces<InspectionAnswer>();
        group.MapPost("/rejected-rows", PostRejectedRowsAsync)
            .WithName("postImportRejectedRows")
            .WithSummary("The lines of a table that would be refused or held, with their reasons, as a file to mend")
            .WithDescription(
                "Takes nothing in. The file has the columns of the table behind line, code, reason and hint; the code "
                + "of a line that would wait in quarantine is 'held'. At most 100,000 of either.")
            .WithQuery(ExchangeParameters.TableFormat, ExchangeParameters.Language, ExchangeParameters.Encoding)
            .Produces(
                StatusCodes.Status200OK,
                contentType: "text/csv",
                additionalContentTypes: WorkbookTableWriter.MediaType);
    }

    private static async Task<IResult> PostImportAsync(
        HttpContext context,
        ImportReader reader,
        ReportDispatch dispatch,
        IngestGate gate,
        IObservationLog log,
        CityDefinition city,
        TimeProvider time,
        IOptions<TwinApiOptions> options,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var isDryRun = query.Flag("dryRun") ?? false;
        var isVietnamese = query.Choice(ExchangeParameters.ReasonLanguage) is "vi";
        var named = ExchangeParameters.ReadEncoding(query);
        if (query.Refusal is { } invalid)
        {
            return invalid.ToResult();
        }

        if (!ReportHeaders.TryReadIdentity(context.Request, out var key, out var reporter, out var refusal))
        {
            return refusal.ToResult();
        }

        var (upload, unreadable) = await UploadAsync(context, named, options.Value, cancellationToken);
        await using var held = upload;
        using var pass = gate.TryEnter();
        if (upload is null || pass is null)
        {
            return (unreadable ?? ReportEndpoints.Crowded).ToResult();
        }

        var (reading, wrong) = reader.Read(upload, pass, options.Value.MaxRejectedListed, cancellationToken);
        if (reading is null)
        {
            return wrong!.ToResult(); // One of the two is there.
        }

        if (isDryRun)
        {
            DryRun.Check(reading.Content, city, time.GetUtcNow());
            var would = DryRun.Receipt(reading.Content, await dispatch.FindHeldAsync(reading.Content));
            return TypedResults.Ok(Answer(upload, reading, would, isDryRun, isVietnamese));
        }

        if (key is not null && reading.Content.Rows.GoodCount > 0
            && await log.ClaimAsync(key, await HashAsync(upload, reading, cancellationToken), cancellationToken)
                == RequestClaim.Conflict)
        {
            return ReportEndpoints.KeyConflict(key).ToResult();
        }

        var (receipt, failed) = await dispatch.SendAsync(
            reading.Content, reporter ?? ReportEndpoints.AnonymousReporter, key);
        return ReportEndpoints.ProblemOf(receipt, failed, key is not null)
            ?? TypedResults.Ok(Answer(upload, reading, receipt, isDryRun, isVietnamese));
    }

    private static async Task<IResult> PostInspectionAsync(
        HttpContext context,
        ImportReader reader,
        IOptions<TwinApiOptions> options,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var named = ExchangeParameters.ReadEncoding(query);
        if (query.Refusal is { } invalid)
        {
            return invalid.ToResult();
        }

        var (upload, unreadable) = await UploadAsync(context, named, options.Value, cancellationToken);
        await using var held = upload;
        if (upload is null)
        {
            return unreadable!.ToResult(); // One of the two is there.
        }

        try
        {
            var (header, mapping, refusal) = reader.Find(upload);
            if (refusal is not null)
            {
                return refusal.ToResult();
            }

            var isComplete = ImportPlan.TryMake(mapping!, header!, out _, out var missing);
            return TypedResults.Ok(new InspectionAnswer(
                upload.FileName,
                upload.Table.Sheets(),
                header!.Line,
                header.Names,
                Sample(upload, mapping!, header),
                mapping!,
                isComplete,
                missing?.Detail,
                upload.Table.Encoding.WebName));
        }
        catch (TableFormatException exception)
        {
            return ImportReader.Unreadable(exception).ToResult();
        }
    }

    private static async Task<IResult> PostRejectedRowsAsync(
        HttpContext context,
        ImportReader reader,
        ReportDispatch dispatch,
        IngestGate gate,
        CityDefinition city,
        TimeProvider time,
        IOptions<TwinApiOptions> options,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var isWorkbook = query.Choice(ExchangeParameters.TableFormat) is not "csv";
        var isVietnamese = query.Choice(ExchangeParameters.Language) is not "en";
        var named = ExchangeParameters.ReadEncoding(query);
        if (query.Refusal is { } invalid)
        {
            return invalid.ToResult();
        }

        var (upload, unreadable) = await UploadAsync(context, named, options.Value, cancellationToken);
        await using var held = upload;
        using var pass = gate.TryEnter();
        if (upload is null || pass is null)
        {
            return (unreadable ?? ReportEndpoints.Crowded).ToResult();
        }

        var (reading, wrong) = reader.Read(upload, pass, RejectedRowsFile.MaxRows, cancellationToken);
        if (reading is null)
        {
            return wrong!.ToResult(); // One of the two is there.
        }

        DryRun.Check(reading.Content, city, time.GetUtcNow());
        var doubtful = await dispatch.FindHeldAsync(reading.Content, RejectedRowsFile.MaxRows);
        var file = TemporaryFile.Create();
        using (var table = upload.Table.Open(reading.Mapping.Sheet)!) // It was there a moment ago.
        using (ITableWriter writer = isWorkbook
            ? new WorkbookTableWriter(file)
            : new CsvTableWriter(file, table.Separator ?? ';', '.'))
        {
            RejectedRowsFile.Write(
                table,
                reading.Header,
                RejectedRowsFile.Lines(reading.Content.Rejections.Listed, doubtful.Listed, isVietnamese),
                isVietnamese,
                writer);
        }

        file.Position = 0;
        var name = Path.GetFileNameWithoutExtension(upload.FileName);
        return TypedResults.File(
            file,
            isWorkbook ? WorkbookTableWriter.MediaType : CsvTableWriter.MediaType,
            $"{(name.Length > 0 ? name : "table")}-rejected.{(isWorkbook ? "xlsx" : "csv")}");
    }

    private static Task<(ImportUpload? Upload, Refusal? Refusal)> UploadAsync(
        HttpContext context, Encoding? named, TwinApiOptions options, CancellationToken cancellationToken)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = options.MaxImportBytes + ImportMapping.MaxBytes;
        }

        return ImportUpload.ReadAsync(
            context.Request, named, options.MaxImportBytes, options.MaxInflatedBytes, cancellationToken);
    }

    private static ImportAnswer Answer(
        ImportUpload upload, ImportReading reading, ReceiptAnswer receipt, bool isDryRun, bool isVietnamese) => new(
        isDryRun,
        upload.FileName,
        reading.Header.Line,
        reading.Mapping with { HeaderLine = reading.Header.Line },
        reading.Lines,
        receipt.Accepted,
        isVietnamese ? [.. receipt.Rejected.Select(RejectionWords.InVietnamese)] : receipt.Rejected,
        receipt.RejectedTotal,
        isVietnamese ? [.. receipt.Held.Select(row => row.InVietnamese())] : receipt.Held,
        receipt.HeldTotal,
        receipt.Sequence,
        receipt.IsRepeat,
        upload.Table.Encoding.WebName);

    private static List<IReadOnlyList<string>> Sample(ImportUpload upload, ImportMapping mapping, TableHeader header)
    {
        var lines = new List<IReadOnlyList<string>>();
        using var table = upload.Table.Open(mapping.Sheet)!; // It was there a moment ago.
        while (lines.Count < SampleLines && table.Read())
        {
            if (table.Line > header.Line)
            {
                var columns = Math.Min(Math.Max(table.Count, header.Names.Length), MaxSampleColumns);
                lines.Add([.. Enumerable.Range(0, columns).Select(column => table[column].Text)]);
            }
        }

        return lines;
    }

    private static async Task<ReadOnlyMemory<byte>> HashAsync(
        ImportUpload upload, ImportReading reading, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(await SHA256.HashDataAsync(upload.Content, cancellationToken));
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(reading.Mapping, ImportJson.Default.ImportMapping));
        return hash.GetHashAndReset();
    }
}
