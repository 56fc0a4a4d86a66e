using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Twin.Api.Exchange.Exports;
using Twin.Api.Exchange.Tables;
using Twin.Api.Features;
using Twin.Api.Statistics;
using Twin.Model;
using Twin.Model.Indicators;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Api.Exchange.Catalog;

/// <summary>Makes a catalogue by DCAT version 3 (W3C) as JSON-LD.</summary>
/// <param name="origin">Where this twin is, without a slash at the end.</param>
/// <param name="city">The city.</param>
/// <param name="presentation">What it is called.</param>
/// <param name="terms">Who gives the data out, and on what terms.</param>
internal sealed class DcatCatalog(
    string origin, CityDefinition city, CityPresentation presentation, DatasetTerms terms)
{
    /// <summary>Vietnamese stays readable; the answer is JSON with nosniff and never put into markup.</summary>
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    private const string Json = "application/json";
    private const string FrequencyBase = "http://publications.europa.eu/resource/authority/frequency/";

    /// <summary>Makes the catalogue.</summary>
    /// <param name="root">The unit that the city is.</param>
    /// <param name="periods">The periods that have figures.</param>
    public JsonObject Make(AdministrativeUnitCode root, IReadOnlyList<TimePeriod> periods) => new()
    {
        ["@context"] = Context(),
        ["@id"] = $"{origin}/v1/catalog",
        ["@type"] = "dcat:Catalog",
        ["dct:title"] = Words(presentation.TitleVi, presentation.TitleEn),
        ["dct:description"] = Words(
            "Dữ liệu mở của bản sao số: số liệu tổng hợp, đơn vị hành chính, chỉ tiêu, mục tiêu, cơ quan.",
            "Open data of the digital twin: rolled-up figures, administrative units, indicators, targets, agencies."),
        ["dct:publisher"] = Publisher(),
        ["dct:language"] = new JsonArray("vi", "en"),
        ["dcat:themeTaxonomy"] = $"{origin}/v1/indicators",
        ["dcat:dataset"] = new JsonArray([.. Figures(root, periods), .. Lists()]),
    };

    private IEnumerable<JsonNode> Figures(AdministrativeUnitCode root, IReadOnlyList<TimePeriod> periods) =>
        city.Indicators.Items.GroupBy(indicator => indicator.Subsystem ?? "other", StringComparer.Ordinal)
            .OrderBy(subsystem => subsystem.Key, StringComparer.Ordinal)
            .Select(subsystem => Figures(subsystem.Key, [.. subsystem], root, periods));

    private JsonObject Figures(
        string subsystem, Indicator[] indicators, AdministrativeUnitCode root, IReadOnlyList<TimePeriod> periods)
    {
        var codes = string.Join(',', indicators.Select(indicator => indicator.Code.Value));
        var export = $"{origin}/v1/exports/figures?unit={root}&indicator={Uri.EscapeDataString(codes)}";
        var dataset = Dataset(
            $"figures-{subsystem}",
            $"Số liệu tổng hợp: {subsystem}",
            $"Rolled-up figures: {subsystem}",
            Distribution("csv", $"{export}&format=csv", "text/csv"),
            Distribution("xlsx", $"{export}&format=xlsx", WorkbookTableWriter.MediaType),
            Distribution("sdmx-csv", $"{export}&format=sdmx-csv", Sdmx.CsvMediaType),
            Distribution("sdmx-json", $"{export}&format=sdmx-json", Sdmx.JsonMediaType));
        dataset["dcat:keyword"] = new JsonArray(
        [
            .. indicators.SelectMany(indicator => new[]
            {
                Tagged(indicator.NameVi, "vi"), Tagged(indicator.NameEn, "en"),
            }),
        ]);
        if (Frequency(indicators) is { } frequency)
        {
            dataset["dct:accrualPeriodicity"] = new JsonObject { ["@id"] = FrequencyBase + frequency };
        }

        if (periods.Count > 0)
        {
            dataset["dct:temporal"] = new JsonObject
            {
                ["@type"] = "dct:PeriodOfTime",
                ["dcat:startDate"] = Day(periods.Min(period => period.Start)),
                ["dcat:endDate"] = Day(periods.Max(period => period.End)),
            };
        }

        return dataset;
    }

    private IEnumerable<JsonNode> Lists()
    {
        yield return Dataset(
            "units", "Đơn vị hành chính", "Administrative units", Distribution("json", $"{origin}/v1/units", Json));
        yield return Dataset(
            "boundaries",
            presentation.IsSchematic ? "Ranh giới (sơ đồ)" : "Ranh giới",
            presentation.IsSchematic ? "Boundaries (schematic)" : "Boundaries",
            Distribution("geojson", $"{origin}/v1/boundaries", BoundaryEndpoints.GeoJsonMediaType));
        yield return Dataset(
            "indicators", "Danh mục chỉ tiêu", "Indicators", Distribution("json", $"{origin}/v1/indicators", Json));
        yield return Dataset(
            "targets", "Mục tiêu kế hoạch", "Targets of plans", Distribution("json", $"{origin}/v1/targets", Json));
        yield return Dataset(
            "agencies", "Cơ quan", "Agencies", Distribution("json", $"{origin}/v1/agencies", Json));
    }

    private JsonObject Dataset(string id, string vietnamese, string english, params JsonNode[] distributions)
    {
        var dataset = new JsonObject
        {
            ["@id"] = $"{origin}/v1/catalog#{id}",
            ["@type"] = "dcat:Dataset",
            ["dct:identifier"] = $"{city.DatasetId}/{id}",
            ["dct:title"] = Words(vietnamese, english),
            ["dct:publisher"] = Publisher(),
            ["dct:spatial"] = Words(presentation.TitleVi, presentation.TitleEn),
            ["dcat:distribution"] = new JsonArray(distributions),
        };
        if (terms.LicenceUrl is { } licence)
        {
            dataset["dct:license"] = new JsonObject { ["@id"] = licence };
        }

        if (terms.Issued is { } issued)
        {
            dataset["dct:issued"] = Day(issued);
        }

        return dataset;
    }

    private static JsonObject Distribution(string format, string url, string mediaType) => new()
    {
        ["@type"] = "dcat:Distribution",
        ["dct:format"] = format,
        ["dcat:mediaType"] = mediaType,
        ["dcat:accessURL"] = new JsonObject { ["@id"] = url },
        ["dcat:downloadURL"] = new JsonObject { ["@id"] = url },
    };

    private JsonObject Publisher() => new() { ["@type"] = "foaf:Agent", ["foaf:name"] = terms.Publisher };

    private static JsonArray Words(string vietnamese, string english) =>
        [Tagged(vietnamese, "vi"), Tagged(english, "en")];

    private static JsonObject Tagged(string text, string language) =>
        new() { ["@value"] = text, ["@language"] = language };

    private static JsonObject Day(DateOnly date) => new()
    {
        ["@type"] = "xsd:date",
        ["@value"] = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    /// <summary>The shortest cadence, in the EU's list of frequencies, which DCAT profiles use.</summary>
    private static string? Frequency(Indicator[] indicators)
    {
        (string Cadence, string Name)[] names =
        [
            ("P15D", "MONTHLY_2"), ("P1M", "MONTHLY"), ("P3M", "QUARTERLY"), ("P6M", "ANNUAL_2"), ("P1Y", "ANNUAL"),
        ];
        return names.FirstOrDefault(name => indicators.Any(
            indicator => string.Equals(indicator.Cadence, name.Cadence, StringComparison.Ordinal))).Name;
    }

    private static JsonObject Context() => new()
    {
        ["dcat"] = "http://www.w3.org/ns/dcat#",
        ["dct"] = "http://purl.org/dc/terms/",
        ["foaf"] = "http://xmlns.com/foaf/0.1/",
        ["xsd"] = "http://www.w3.org/2001/XMLSchema#",
    };
}
