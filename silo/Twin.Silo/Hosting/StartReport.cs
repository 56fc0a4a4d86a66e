using System.Globalization;
using Twin.Geo.Datasets;

namespace Twin.Silo.Hosting;

/// <summary>Says in a few lines what is where, and shows a bar for what takes more than two seconds.</summary>
internal sealed class StartReport(TwinOptions options, CityDataset dataset, TimeProvider time)
{
    public void Listening()
    {
        var url = options.Urls.Split(';')[0].TrimEnd('/');
        Line("Twin", $"{dataset.Publication.TitleEn} ({options.Dataset}), boundaries {Boundaries()}");
        Line("Map", url + "/");
        Line("API", url + "/v1/units  OpenAPI " + url + "/openapi/v1.json");
        Line("Data", options.Postgres.Length > 0 ? "PostgreSQL" : Path.GetFullPath(options.Data));
    }

    public static void Ready(long observations, TimeSpan after) => Line(
        "Ready",
        string.Create(
            CultureInfo.InvariantCulture,
            $"{observations:N0} observations, after {after.TotalSeconds:N1} s. Ctrl+C stops."));

    /// <summary>Runs some work; when it takes more than two seconds a progress bar appears.</summary>
    /// <param name="title">What it is.</param>
    /// <param name="total">How much there is; 0 when that is not known before.</param>
    /// <param name="work">The work; it reports its share done, 0 to 1.</param>
    public Task RunAsync(string title, long total, Func<IProgress<double>, Task> work) => SlowWork.RunAsync(
        total > 0 ? string.Create(CultureInfo.InvariantCulture, $"{title} ({total:N0} observations)") : title,
        work,
        time);

    private static void Line(string label, string text) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{label,-6} {text}"));

    private string Boundaries() => dataset.Boundaries.Any(b => b.IsSchematic) ? "schematic" : "as imported";
}
