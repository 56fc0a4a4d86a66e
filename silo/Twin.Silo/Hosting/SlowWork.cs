using Spectre.Console;

namespace Twin.Silo.Hosting;

/// <summary>Runs work that may take a while, and shows a bar for what takes more than two seconds.</summary>
internal static class SlowWork
{
    private static readonly TimeSpan QuietFor = TimeSpan.FromSeconds(2);

    /// <param name="title">What it is.</param>
    /// <param name="work">The work; it reports its share done, 0 to 1.</param>
    /// <param name="time">The clock.</param>
    public static async Task RunAsync(string title, Func<IProgress<double>, Task> work, TimeProvider time)
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

        await AnsiConsole.Progress().AutoClear(true).StartAsync(async context =>
        {
            var bar = context.AddTask(title, maxValue: 1);
            while (!running.IsCompleted)
            {
                bar.Value = share.Value;
                bar.IsIndeterminate = share.Value <= 0;
                await Task.WhenAny(running, Task.Delay(TimeSpan.FromMilliseconds(100), time));
            }
        });
        await running;
    }

    private sealed class LatestShare : IProgress<double>
    {
        private double _value;

        public double Value => Volatile.Read(ref _value);

        public void Report(double value) => Volatile.Write(ref _value, value);
    }
}
