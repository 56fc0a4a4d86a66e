using System.Collections.Concurrent;
using System.Globalization;
using Xunit.Abstractions;

namespace Twin.Simulation.Tests.Fleet;

/// <summary>A fleet with everything going wrong around it, in as many worlds as there are seeds.</summary>
public sealed class FleetSimulationTests(ITestOutputHelper output)
{
    public static TheoryData<string> Mutations =>
        [.. Enum.GetValues<FleetMutation>().Where(one => one != FleetMutation.None).Select(one => one.ToString())];

    [Fact]
    public void In_every_world_the_counts_are_a_recount_nobody_is_lost_falsely_and_each_episode_has_one_case()
    {
        var failed = new ConcurrentBag<string>();

        Parallel.ForEach(
            Seeds.Chosen(),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            seed =>
            {
                if (new FleetWorld(seed, FleetMutation.None).Run() is { } failure)
                {
                    failed.Add($"Seed {seed.ToString(CultureInfo.InvariantCulture)} {failure}");
                }
            });

        Assert.True(failed.IsEmpty, string.Join('\n', failed.Order(StringComparer.Ordinal).Take(10)));
    }

    [Fact]
    public void Every_sort_of_trouble_happens()
    {
        var worlds = Enumerable.Range(1, 50).Select(seed => new FleetWorld(seed, FleetMutation.None)).ToArray();
        Array.ForEach(worlds, world => world.Run());

        string[] faults =
            ["jump", "outage", "silence", "long silence", "keep", "crash", "drop", "delay", "repeat", "disk"];
        Assert.All(faults, fault =>
            Assert.True(worlds.Sum(world => world.Faults.GetValueOrDefault(fault)) >= 10, fault));
    }

    [Theory]
    [MemberData(nameof(Mutations))]
    public void A_bug_put_in_on_purpose_is_found(string mutation)
    {
        var bug = Enum.Parse<FleetMutation>(mutation);

        var found = Enumerable.Range(1, Seeds.Default)
            .Select(seed => (Seed: seed, Failure: new FleetWorld(seed, bug).Run()))
            .FirstOrDefault(one => one.Failure is not null);

        Assert.True(found.Failure is not null, $"{mutation} was not found.");
        output.WriteLine($"Seed {found.Seed.ToString(CultureInfo.InvariantCulture)} {found.Failure}");
    }
}
