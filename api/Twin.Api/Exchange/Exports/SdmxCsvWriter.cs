using System.Globalization;
using System.Text;

namespace Twin.Api.Exchange.Exports;

/// <summary>Writes figures as SDMX-CSV 2.0: one observation a row, codes alone, a point before decimals.</summary>
internal sealed class SdmxCsvWriter : IFigureWriter
{
    private const string Header =
        "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,NUMERATOR,DENOMINATOR,"
        + "UNIT_MEASURE,OBS_STATUS,UNITS_EXPECTED,UNITS_REPORTED";

    private readonly StreamWriter _text;

    /// <summary>Begins the file.</summary>
    /// <param name="stream">Where to; it stays open.</param>
    public SdmxCsvWriter(Stream stream)
    {
        _text = new StreamWriter(stream, new UTF8Encoding(false), bufferSize: 64 << 10, leaveOpen: true)
        {
            NewLine = "\r\n",
        };
        _text.WriteLine(Header);
    }

    /// <inheritdoc/>
    public void Write(FigureSeries series)
    {
        foreach (var figure in series.Figures)
        {
            _text.WriteLine(string.Join(
                ',',
                "dataflow",
                Sdmx.DataflowId,
                "I",
                Sdmx.FrequencyCode(figure.Period.Frequency),
                series.Unit.Code.Value,
                series.Indicator.Code.Value,
                figure.Period.ToString(),
                Number(figure.Value),
                Number(figure.Numerator),
                Number(figure.Denominator),
                Quoted(series.Indicator.UnitOfMeasure),
                Sdmx.StatusCode(figure),
                figure.Expected.ToString(CultureInfo.InvariantCulture),
                figure.Reported.ToString(CultureInfo.InvariantCulture)));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _text.Dispose();

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? string.Empty;

    private static string Quoted(string text) => text.AsSpan().IndexOfAny(',', '"', '\n') < 0
        ? text
        : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
