using System.Collections.Concurrent;
using Twin.Simulation.Tests.Faults;
using Xunit.Abstractions;

namespace Twin.Simulation.Tests;

/// <summary>A city with everything going wrong around it, in as many worlds as there are seeds.</summary>
public sealed class SimulationTests(ITestOutputHelper output)
{
    public static TheoryData<string> Mutations =>
        [.. Enum.GetValues<Mutation>().Where(one => one != Mutation.None).Select(one => one.ToString())];

    [Fact]
    public void Every_world_ends_with_nothing_lost_nothing_twice_and_every_figure_right()
    {
        var results = new ConcurrentBag<SimulationResult>();

        Parallel.ForEach(Seeds.Chosen(), OneEachProcessor(), seed => results.Add(Simulation.Run(seed)));

        var failed = results.Where(result => result.Failure is not null).OrderBy(result => result.Seed).ToArray();
        Assert.True(failed.Length == 0, Report(failed));
        Assert.All(results, result => Assert.True(result.TraceLength > 0));
    }

    [Fact]
    public void Every_kind_of_fault_happens_and_most_reports_get_through()
    {
        var results = Enumerable.Range(1, 100).Select(seed => Simulation.Run(seed)).ToArray();

        Assert.All(
            Enum.GetValues<FaultKind>(),
            kind => Assert.True(results.Sum(result => result.Faults[(int)kind]) > 20, kind.ToString()));
        Assert.True(results.Average(result => result.Acknowledged) > 10);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void One_seed_is_one_trace(int seed)
    {
        var first = Simulation.Run(seed);
        var again = Simulation.Run(seed);
        var other = Simulation.Run(seed + 1);

        output.WriteLine(first.TraceHash); // To be held against that of another process or machine.
        Assert.Equal(first.TraceHash, again.TraceHash);
        Assert.Equal(first.TraceLength, again.TraceLength);
        Assert.NotEqual(first.TraceHash, other.TraceHash, StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Mutations))]
    public void A_bug_put_in_on_purpose_is_found(string mutation)
    {
        var bug = Enum.Parse<Mutation>(mutation);

        var found = Enumerable.Range(1, Seeds.Default).Select(seed => Simulation.Run(seed, bug))
            .FirstOrDefault(result => result.Failure is not null);

        Assert.True(found is not null, $"{mutation} was not found in {World.Text(Seeds.Default)} seeds.");
        output.WriteLine($"Seed {World.Text(found.Seed)}: {found.Failure}");
        Assert.Equal(found.TraceHash, Simulation.Run(found.Seed, bug).TraceHash);
    }

    // The first in full, and of others what failed: they may have one cause.
    private static string Report(IReadOnlyList<SimulationResult> failed) => string.Join(
        "\n\n",
        failed.Take(1).Select(result => result.Report())
            .Concat(failed.Skip(1).Select(result => $"Seed {World.Text(result.Seed)}: {result.Failure}")));

    private static ParallelOptions OneEachProcessor() =>
        new() { MaxDegreeOfParallelism = Environment.ProcessorCount };
}
