using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Twin.Api.Exchange.Tables;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Api.Statistics;
using Twin.Model;
using Twin.Model.Indicators;

namespace Twin.Api.Exchange.Exports;

/// <summary>Gives out figures as files.</summary>
internal static class ExportEndpoints
{
    private const string FileName = "figures";
    private const int MaxIndicatorsLength = 4_000;

    /// <summary>Maps the endpoint.</summary>
    public static void MapExports(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/exports/figures", GetFiguresAsync)
        .WithTags("Exchange")
        .WithName("getFiguresExport")
        .WithSummary("Figures of any units, indicators and periods as CSV, Excel, SDMX-CSV or SDMX-JSON")
        .WithDescription(
            "All that is left out is taken whole: without a unit the whole city, without an indicator all of them. "
            + "Each figure is of a unit that stood on its period's last day. Vietnamese CSV has semicolons and "
            + "decimal commas.")
        .WithQuery(
            QueryParameters.Unit,
            QueryParameters.Level,
            ExchangeParameters.Indicators,
            QueryParameters.From,
            QueryParameters.To,
            QueryParameters.AsOf,
            ExchangeParameters.FigureFormat,
            ExchangeParameters.Language)
        .Produces(
            StatusCodes.Status200OK,
            contentType: "text/csv",
            additionalContentTypes: [WorkbookTableWriter.MediaType, Sdmx.CsvMediaType, Sdmx.JsonMediaType]);

    private static async Task<IResult> GetFiguresAsync(
        HttpContext context,
        CityDefinition city,
        FigureSource source,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var query = new QueryReader(context);
        var slice = ReadSlice(query, city, now, VietnamTime.Today(time));
        var format = query.Choice(ExchangeParameters.FigureFormat) ?? "csv";
        var isVietnamese = query.Choice(ExchangeParameters.Language) is not "en";
        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        // On disk first: a grain that fails on the way is then an error and not a file that ends early.
        var file = TemporaryFile.Create();
        try
        {
            using (var writer = Open(format, file, isVietnamese, now))
            {
                await foreach (var series in source.ReadAsync(slice, cancellationToken))
                {
                    writer.Write(series);
                }
            }

            file.Position = 0;
            var (mediaType, extension) = Describe(format);
            return TypedResults.File(file, mediaType, $"{FileName}.{extension}");
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static FigureSlice ReadSlice(QueryReader query, CityDefinition city, DateTimeOffset now, DateOnly today)
    {
        var unit = query.Unit("unit", city.Tree);
        var level = query.Level();
        var indicators = ReadIndicators(query, city);
        var first = query.Period("from");
        var last = query.Period("to");
        if (last?.End < first?.Start)
        {
            query.Refuse("to", "The last period cannot come before the first.");
        }

        var asOf = query.PastInstant("asOf", now);
        return new FigureSlice(unit ?? CityRoot.Of(city, today), level, indicators, first, last, asOf);
    }

    private static ImmutableArray<Indicator> ReadIndicators(QueryReader query, CityDefinition city)
    {
        if (query.Text("indicator", MaxIndicatorsLength) is not { } text)
        {
            return city.Indicators.Items;
        }

        var chosen = ImmutableArray.CreateBuilder<Indicator>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (IndicatorCode.TryParse(part, out var code) && city.Indicators.TryGet(code, out var indicator))
            {
                chosen.Add(indicator);
            }
            else
            {
                query.Refuse("indicator", $"'{Refusals.Shown(part)}' is not known; /v1/indicators lists the codes.");
            }
        }

        return chosen.DrainToImmutable();
    }

    private static IFigureWriter Open(
        string format, Stream file, bool isVietnamese, DateTimeOffset now) => format switch
    {
        "csv" => new FigureTable(
            isVietnamese ? new CsvTableWriter(file, ';', ',') : new CsvTableWriter(file, ',', '.'), isVietnamese),
        "xlsx" => new FigureTable(new WorkbookTableWriter(file), isVietnamese),
        "sdmx-csv" => new SdmxCsvWriter(file),
        "sdmx-json" => new SdmxJsonWriter(file, now),
        _ => throw new UnreachableException($"No writer for {format}."),
    };

    private static (string MediaType, string Extension) Describe(string format) => format switch
    {
        "csv" => (CsvTableWriter.MediaType, "csv"),
        "xlsx" => (WorkbookTableWriter.MediaType, "xlsx"),
        "sdmx-csv" => (Sdmx.CsvMediaType, "sdmx.csv"),
        "sdmx-json" => (Sdmx.JsonMediaType, "sdmx.json"),
        _ => throw new UnreachableException($"No media type for {format}."),
    };
}
