using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Twin.Api.Exchange;
using Twin.Api.Exchange.Imports;
using Twin.Api.Hosting;
using Twin.Api.Observations;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Geo.Tables;
using Twin.Model;

namespace Twin.Api.Vessels.Register;

/// <summary>Enters the vessels of a table.</summary>
internal static class VesselImport
{
    // The shards are asked for so many at once: each answers after one write.
    private const int MaxEntriesAtOnce = 20_000;

    /// <summary>Answers a request.</summary>
    public static async Task<IResult> PostAsync(
        HttpContext context,
        CityDefinition city,
        FleetReader fleet,
        RegisterDesk desk,
        IngestGate gate,
        TimeProvider time,
        IOptions<TwinApiOptions> options,
        IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var isDryRun = query.Flag("dryRun") ?? false;
        var givenBy = query.Text("by", PersonText.MaxName);
        var givenReason = query.Text("reason", PersonText.MaxText);
        var isVietnamese = query.Choice(ExchangeParameters.ReasonLanguage) is "vi";
        var refusal = query.Refusal ?? RegisterEndpoints.ReadWho(givenBy, givenReason, out _, out _);
        if (refusal is not null)
        {
            return refusal.ToResult();
        }

        using var pass = gate.TryEnter();
        if (pass is null)
        {
            return ReportEndpoints.Crowded.ToResult();
        }

        var (upload, unreadable) = await UploadAsync(context, options.Value, cancellationToken);
        if (upload is null)
        {
            return unreadable!.ToResult(); // One of the two is there.
        }

        await using var held = upload;
        var mapping = new VesselMapping();
        if (upload.MappingJson is { } given)
        {
            mapping = VesselMapping.Read(given.Span, json.Value.SerializerOptions, out refusal);
            if (mapping is null)
            {
                return refusal!.ToResult(); // One of the two is there.
            }
        }

        var register = (await fleet.ListAsync(cancellationToken)).Select(standing => standing.Vessel).ToArray();
        var rejections = new Rejections(options.Value.MaxRejectedListed);
        var (table, header, plan, wrong) = Read(
            upload,
            mapping,
            fields => new VesselTable(fields, city.Tree.On(VietnamTime.Today(time)), register, rejections));
        if (table is null)
        {
            return wrong!.ToResult(); // One of the two is there.
        }

        if (!isDryRun)
        {
            RegisterEndpoints.ReadWho(givenBy, givenReason, out var by, out var reason);
            await EnterAsync(desk, table, rejections, by, reason);
        }

        // Its header is there with the table.
        return TypedResults.Ok(Answer(upload, table, header!, plan, rejections, isDryRun, isVietnamese));
    }

    private static Task<(ImportUpload? Upload, Refusal? Refusal)> UploadAsync(
        HttpContext context, TwinApiOptions options, CancellationToken cancellationToken)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = options.MaxImportBytes + ImportMapping.MaxBytes;
        }

        return ImportUpload.ReadAsync(
            context.Request,
            named: null,
            options.MaxImportBytes,
            options.MaxInflatedBytes,
            cancellationToken,
            keepsMapping: true);
    }

    private static (VesselTable? Table, TableHeader? Header, ImmutableArray<VesselField?> Plan, Refusal? Refusal) Read(
        ImportUpload upload, VesselMapping mapping, Func<ImmutableArray<VesselField?>, VesselTable> make)
    {
        try
        {
            using var first = upload.Table.Open(mapping.Sheet);
            var header = first is null
                ? null
                : TableHeader.Find(first, mapping.HeaderLine, name => VesselFields.Find(name) is not null);
            if (header is null)
            {
                return (null, null, default, new Refusal(
                    ProblemCodes.InvalidTable,
                    "There is no such sheet, or no line that names columns.",
                    "Name the columns in one line, such as Số đăng ký, Chiều dài, Xã phường."));
            }

            if (!mapping.TryPlan(header, out var plan, out var refusal))
            {
                return (null, null, default, refusal);
            }

            var table = make(plan.Value);
            using var rows = upload.Table.Open(mapping.Sheet)!; // It was there a moment ago.
            while (rows.Read())
            {
                if (rows.Line > header.Line)
                {
                    table.Take(rows);
                }
            }

            return (table, header, plan.Value, null);
        }
        catch (TableFormatException exception)
        {
            return (null, null, default, ImportReader.Unreadable(exception));
        }
    }

    private static async Task EnterAsync(
        RegisterDesk desk, VesselTable table, Rejections rejections, string by, string? reason)
    {
        foreach (var some in table.Entries.Chunk(MaxEntriesAtOnce))
        {
            var outcomes = await desk.EnterAsync([.. some.Select(entry => entry.Vessel)], by, reason);
            for (var i = 0; i < some.Length; i++)
            {
                if (outcomes[i].IsFull)
                {
                    rejections.Add(some[i].Line, RegisterDesk.Full);
                }
            }
        }
    }

    private static VesselImportAnswer Answer(
        ImportUpload upload,
        VesselTable table,
        TableHeader header,
        ImmutableArray<VesselField?> plan,
        Rejections rejections,
        bool isDryRun,
        bool isVietnamese) => new()
    {
        IsDryRun = isDryRun,
        FileName = upload.FileName,
        HeaderLine = header.Line,
        Columns = plan.Select((field, i) => (field, Name: header.Names[i])).Where(one => one.field is not null)
            .ToDictionary(
                one => VesselFields.NameOf(one.field!.Value), // Those without were left out.
                one => one.Name,
                StringComparer.Ordinal),
        Ignored = [.. header.Names.Where((name, i) => plan[i] is null && name.Length > 0)],
        Lines = table.Lines,
        Added = table.Added,
        Changed = table.Entries.Count - table.Added,
        Unchanged = table.Unchanged,
        Rejected = isVietnamese
            ? [.. rejections.Listed.Select(VesselRejectionWords.InVietnamese)]
            : rejections.Listed,
        RejectedTotal = rejections.Total,
    };
}
