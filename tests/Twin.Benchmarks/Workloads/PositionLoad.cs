using System.Diagnostics;
using System.Globalization;
using Twin.Grains.Vessels;
using Twin.Model.Space;
using Twin.Model.Units;
using Twin.Model.Vessels;
using Twin.TestKit;

namespace Twin.Benchmarks.Workloads;

/// <summary>
/// W4: positions of 100,000 registered boats by 8 clients, each batch durable before its answer, each report judged
/// against the one before, episodes kept. Then the same boats are counted by group, and weighed.
/// </summary>
internal static class PositionLoad
{
    private const int Boats = 100_000;
    private const int Clients = 8;
    private const int BatchSize = 5_000;
    private const int Rounds = 20;
    private const int BatchesASecond = 10;
    private const int PacedSeconds = 20;

    public static async Task RunAsync(BenchmarkReport report)
    {
        using var folder = new TemporaryFolder();
        await using var city = await BenchmarkCity.StartAsync(folder.Path);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await city.Grains.RegisterAsync([.. Enumerable.Range(0, Boats).Select(Boat)]);
        var start = TimeProvider.System.GetUtcNow() - TimeSpan.FromMinutes(Rounds + 1);
        await SendAsync(city, 0, start);
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;

        var rates = new double[Rounds];
        for (var round = 0; round < Rounds; round++)
        {
            var begun = Stopwatch.GetTimestamp();
            await SendAsync(city, round + 1, start);
            rates[round] = Boats / Stopwatch.GetElapsedTime(begun).TotalSeconds;
        }

        var median = BenchmarkReport.Percentile(rates, 0.5);
        report.Row(
            "W4, positions of 100,000 boats, 8 clients, durable",
            $"{median:N0} reports/s",
            $"{rates[0]:N0} to {rates[^1]:N0}");
        report.Row("W4, memory of a boat with papers and last report", $"{bytes / Boats:N0} bytes", $"");
        await PacedAsync(city, report, start);
        await CountAsync(city, report);
    }

    /// <summary>Each boat once a minute, as a feed brings them: how long until a report is on disk and seen.</summary>
    private static async Task PacedAsync(BenchmarkCity city, BenchmarkReport report, DateTimeOffset start)
    {
        var condition = await city.Grains.GetGrain<IFeedGrain>("bench").Seen();
        var each = Boats / (60 * BatchesASecond);
        var samples = new double[PacedSeconds * BatchesASecond];
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / BatchesASecond));
        for (var i = 0; i < samples.Length; i++)
        {
            await timer.WaitForNextTickAsync();
            var begun = Stopwatch.GetTimestamp();
            await city.Grains.ReportAsync(
                [.. Enumerable.Range(i * each, each).Select(boat => Report(boat, Rounds + 1, start))], condition);
            samples[i] = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        }

        report.Row(
            "W4, 100,000 boats at one report a minute, until durable and applied",
            $"{each * BatchesASecond:N0} reports/s",
            $"{BenchmarkReport.Spread(samples)}");
    }

    private static async Task CountAsync(BenchmarkCity city, BenchmarkReport report)
    {
        var question = new FleetQuestion(TimeProvider.System.GetUtcNow(), []);
        var samples = new double[50];
        var vessels = 0;
        for (var i = 0; i < samples.Length; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            var counts = await Task.WhenAll(Enumerable.Range(0, FleetShards.Count).Select(
                shard => city.Grains.GetGrain<IFleetShardGrain>(FleetShards.Key(shard)).Tally(question)));
            samples[i] = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
            vessels = counts.Sum(each => each.Sum(count => count.Vessels));
        }

        report.Row("W4, all boats counted by group", $"{vessels:N0} boats", $"{BenchmarkReport.Spread(samples)}");
    }

    private static async Task SendAsync(BenchmarkCity city, int round, DateTimeOffset start)
    {
        var condition = await city.Grains.GetGrain<IFeedGrain>("bench").Seen();
        await Parallel.ForAsync(
            0,
            Boats / BatchSize,
            new ParallelOptions { MaxDegreeOfParallelism = Clients },
            async (batch, _) => await city.Grains.ReportAsync(
                [.. Enumerable.Range(batch * BatchSize, BatchSize).Select(boat => Report(boat, round, start))],
                condition));
    }

    private static Vessel Boat(int number)
    {
        var papers = new Validity(new DateOnly(2020, 1, 1), new DateOnly(2040, 1, 1));
        return new Vessel
        {
            Id = Id(number),
            RegistrationNumber = Id(number).Value,
            LengthMeters = 5 + (number % 25),
            HomeUnit = AdministrativeUnitCode.Parse(
                BenchmarkCity.CommuneCode(number % BenchmarkCity.Communes), CultureInfo.InvariantCulture),
            Registration = papers,
            Inspection = papers,
            Licence = number % 4 == 0 ? null : papers,
        };
    }

    private static PositionReport Report(int boat, int round, DateTimeOffset start) => new()
    {
        Vessel = Id(boat),
        PhenomenonTime = start.AddMinutes(round),
        Position = new GeoPosition(106 + (boat % 300 * 0.01) + (round * 0.001), 17 + (boat / 300 * 0.01)),
        Feed = "bench",
        SpeedOverGroundKnots = 4,
        CourseOverGroundDegrees = 90,
    };

    private static VesselId Id(int number) =>
        VesselId.Parse(string.Create(CultureInfo.InvariantCulture, $"HP-{number:D6}-TS"), CultureInfo.InvariantCulture);
}
