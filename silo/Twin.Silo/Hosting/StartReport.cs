using System.Globalization;
using Spectre.Console;
using Twin.Geo.Datasets;

namespace Twin.Silo.Hosting;

/// <summary>Says in a few lines what is where, and shows a bar for what takes more than two seconds.</summary>
internal sealed class StartReport(TwinOptions options, CityDataset dataset, TimeProvider time)
{
    private static readonly TimeSpan QuietFor = TimeSpan.FromSeconds(2);

    public void Listening()
    {
        var url = options.Urls.Split(';')[0].TrimEnd('/');
        Line("Twin", $"{dataset.Publication.TitleEn} ({options.Dataset}), boundaries {Boundaries()}");
        Line("Map", url + "/");
        Line("API", url + "/v1/units  OpenAPI " + url + "/openapi/v1.json");
        Line("Data", Path.GetFullPath(options.Data));
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
    public async Task RunAsync(string title, long total, Func<IProgress<double>, Task> work)
    {
        var share = new LatestShare();
        var running = work(share);
        try
        {
            await running.WaitAsync(QuietFor, time);
            return;
        }
        catch (TimeoutException) when (!running.IsCompleted)
        {
            // It takes longer: show a bar until it ends.
        }

        var name = total > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{title} ({total:N0} observations)")
            : title;
        await AnsiConsole.Progress().AutoClear(true).StartAsync(async context =>
        {
            var bar = context.AddTask(name, maxValue: 1);
            bar.IsIndeterminate = share.Value <= 0;
            while (!running.IsCompleted)
            {
                bar.Value = share.Value;
                bar.IsIndeterminate = share.Value <= 0;
                await Task.WhenAny(running, Task.Delay(TimeSpan.FromMilliseconds(100), time));
            }
        });
        await running;
    }

    private static void Line(string label, string text) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{label,-6} {text}"));

    private string Boundaries() => dataset.Boundaries.Any(b => b.IsSchematic) ? "schematic" : "as imported";

    private sealed class LatestShare : IProgress<double>
    {
        private double _value;

        public double Value => Volatile.Read(ref _value);

        public void Report(double value) => Volatile.Write(ref _value, value);
    }
}
