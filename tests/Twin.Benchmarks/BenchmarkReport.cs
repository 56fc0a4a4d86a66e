using System.Globalization;

namespace Twin.Benchmarks;

/// <summary>Writes figures as the rows of a Markdown table.</summary>
internal sealed class BenchmarkReport(TextWriter output)
{
    public void Line(string text) => output.WriteLine(text);

    public void Header()
    {
        Line("| work | figure | spread |");
        Line("| --- | --- | --- |");
    }

    public void Row(string work, FormattableString figure, FormattableString spread) =>
        Line($"| {work} | {FormattableString.Invariant(figure)} | {FormattableString.Invariant(spread)} |");

    /// <summary>Median and 99th percentile of samples in milliseconds; sorts them.</summary>
    public static string Spread(double[] samples) => string.Create(
        CultureInfo.InvariantCulture, $"p50 {Percentile(samples, 0.5):N3} ms, p99 {Percentile(samples, 0.99):N3} ms");

    /// <summary>The value below which a share of the samples lies; sorts them.</summary>
    public static double Percentile(double[] samples, double share)
    {
        Array.Sort(samples);
        return samples[Math.Min(samples.Length - 1, (int)(samples.Length * share))];
    }
}
