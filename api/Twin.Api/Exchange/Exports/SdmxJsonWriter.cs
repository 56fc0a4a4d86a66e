using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Twin.Model.Rollups;
using Twin.Model.Time;

namespace Twin.Api.Exchange.Exports;

/// <summary>
/// Writes figures as an SDMX-JSON 2.0 data message, series by series. The data stand before the structure that they
/// point into, so that the figures need not be held until the last is known.
/// </summary>
internal sealed class SdmxJsonWriter : IFigureWriter
{
    private const string Schema =
        "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/data-message/tools/schemas/2.0.0/"
        + "sdmx-json-data-schema.json";

    private readonly Utf8JsonWriter _json;
    private readonly CodeIndex<string> _frequencies = new();
    private readonly CodeIndex<string> _areas = new();
    private readonly CodeIndex<string> _indicators = new();
    private readonly CodeIndex<TimePeriod> _periods = new();
    private readonly CodeIndex<string> _units = new();
    private readonly CodeIndex<string> _statuses = new();
    private readonly Dictionary<string, (string Vi, string En)> _areaNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Vi, string En)> _indicatorNames = new(StringComparer.Ordinal);

    /// <summary>Begins the message.</summary>
    /// <param name="stream">Where to; it stays open.</param>
    /// <param name="prepared">When it is made.</param>
    public SdmxJsonWriter(Stream stream, DateTimeOffset prepared)
    {
        _json = new Utf8JsonWriter(
            stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        _json.WriteStartObject();
        WriteMeta(prepared);
        _json.WriteStartObject("data");
        _json.WriteStartArray("dataSets");
        _json.WriteStartObject();
        _json.WriteNumber("structure", 0);
        _json.WriteString("action", "Information");
        _json.WriteStartObject("series");
    }

    /// <inheritdoc/>
    public void Write(FigureSeries series)
    {
        var (unit, indicator) = (series.Unit, series.Indicator);
        _areaNames.TryAdd(unit.Code.Value, (unit.NameVi, unit.NameEn));
        _indicatorNames.TryAdd(indicator.Code.Value, (indicator.NameVi, indicator.NameEn));
        foreach (var sameLength in series.Figures.GroupBy(figure => figure.Period.Frequency))
        {
            var frequency = _frequencies.Of(Sdmx.FrequencyCode(sameLength.Key));
            _json.WriteStartObject(string.Create(
                CultureInfo.InvariantCulture,
                $"{frequency}:{_areas.Of(unit.Code.Value)}:{_indicators.Of(indicator.Code.Value)}"));
            _json.WriteStartArray("attributes");
            _json.WriteNumberValue(_units.Of(indicator.UnitOfMeasure));
            _json.WriteEndArray();
            _json.WriteStartObject("observations");
            foreach (var figure in sameLength)
            {
                Write(figure);
            }

            _json.WriteEndObject();
            _json.WriteEndObject();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteEndArray();
        WriteStructure();
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.Dispose();
    }

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void Write(Rollup figure)
    {
        _json.WriteStartArray(_periods.Of(figure.Period).ToString(CultureInfo.InvariantCulture));
        Write(figure.Value);
        Write(figure.Numerator);
        Write(figure.Denominator);
        _json.WriteNumberValue(_statuses.Of(Sdmx.StatusCode(figure)));
        _json.WriteNumberValue(figure.Expected);
        _json.WriteNumberValue(figure.Reported);
        _json.WriteEndArray();
    }

    private void Write(double? value)
    {
        if (value is { } number)
        {
            _json.WriteNumberValue(number);
        }
        else
        {
            _json.WriteNullValue();
        }
    }

    private void WriteMeta(DateTimeOffset prepared)
    {
        _json.WriteStartObject("meta");
        _json.WriteString("schema", Schema);
        _json.WriteString("id", string.Create(
            CultureInfo.InvariantCulture, $"{Sdmx.Agency}-{prepared.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}"));
        _json.WriteString("prepared", string.Create(
            CultureInfo.InvariantCulture, $"{prepared.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}"));
        _json.WriteBoolean("test", false);
        _json.WriteStartArray("contentLanguages");
        _json.WriteStringValue("vi");
        _json.WriteStringValue("en");
        _json.WriteEndArray();
        _json.WriteStartObject("sender");
        _json.WriteString("id", Sdmx.Agency);
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void WriteStructure()
    {
        _json.WriteStartArray("structures");
        _json.WriteStartObject();
        _json.WriteStartArray("links");
        _json.WriteStartObject();
        _json.WriteString("rel", "dataflow");
        _json.WriteString("urn", Sdmx.DataflowUrn);
        _json.WriteEndObject();
        _json.WriteEndArray();
        WriteDimensions();
        WriteComponents("measures", "observation", ("OBS_VALUE", null), ("NUMERATOR", null), ("DENOMINATOR", null));
        WriteAttributes();
        _json.WriteStartArray("dataSets");
        _json.WriteNumberValue(0);
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndArray();
    }

    private void WriteDimensions()
    {
        _json.WriteStartObject("dimensions");
        _json.WriteStartArray("series");
        WriteDimension("FREQ", 0, _frequencies.Codes, static _ => default);
        WriteDimension("REF_AREA", 1, _areas.Codes, code => _areaNames[code]);
        WriteDimension("INDICATOR", 2, _indicators.Codes, code => _indicatorNames[code]);
        _json.WriteEndArray();
        _json.WriteStartArray("observation");
        _json.WriteStartObject();
        _json.WriteString("id", "TIME_PERIOD");
        _json.WriteNumber("keyPosition", 3);
        _json.WriteStartArray("roles");
        _json.WriteStringValue("TIME_PERIOD");
        _json.WriteEndArray();
        _json.WriteStartArray("values");
        foreach (var period in _periods.Codes)
        {
            _json.WriteStartObject();
            _json.WriteString("value", period.ToString());
            _json.WriteString("start", $"{Day(period.Start)}T00:00:00");
            _json.WriteString("end", $"{Day(period.End)}T23:59:59");
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WriteDimension(
        string id, int place, IReadOnlyList<string> codes, Func<string, (string? Vi, string? En)> nameOf)
    {
        _json.WriteStartObject();
        _json.WriteString("id", id);
        _json.WriteNumber("keyPosition", place);
        _json.WriteStartArray("values");
        foreach (var code in codes)
        {
            _json.WriteStartObject();
            _json.WriteString("id", code);
            if (nameOf(code) is { Vi: { } vietnamese, En: { } english })
            {
                _json.WriteString("name", english);
                _json.WriteStartObject("names");
                _json.WriteString("vi", vietnamese);
                _json.WriteString("en", english);
                _json.WriteEndObject();
            }

            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WriteAttributes()
    {
        _json.WriteStartObject("attributes");
        _json.WritePropertyName("series");
        WriteComponentList(("UNIT_MEASURE", _units.Codes));
        _json.WritePropertyName("observation");
        WriteComponentList(("OBS_STATUS", _statuses.Codes), ("UNITS_EXPECTED", null), ("UNITS_REPORTED", null));
        _json.WriteEndObject();
    }

    private void WriteComponents(
        string kind, string level, params ReadOnlySpan<(string Id, IReadOnlyList<string>? Codes)> components)
    {
        _json.WriteStartObject(kind);
        _json.WritePropertyName(level);
        WriteComponentList(components);
        _json.WriteEndObject();
    }

    private void WriteComponentList(params ReadOnlySpan<(string Id, IReadOnlyList<string>? Codes)> components)
    {
        _json.WriteStartArray();
        foreach (var (id, codes) in components)
        {
            _json.WriteStartObject();
            _json.WriteString("id", id);
            if (codes is not null)
            {
                _json.WriteStartArray("values");
                foreach (var code in codes)
                {
                    _json.WriteStartObject();
                    _json.WriteString("id", code);
                    _json.WriteEndObject();
                }

                _json.WriteEndArray();
            }

            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }
}
