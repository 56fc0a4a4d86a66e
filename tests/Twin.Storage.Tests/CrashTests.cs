using System.Globalization;
using Twin.Storage.CrashWriter;
using Twin.Storage.Tests.Support;

namespace Twin.Storage.Tests;

/// <summary>A process that loads in bulk is killed without warning, again and again, on the same file.</summary>
public sealed class CrashTests : IDisposable
{
    private const int Kills = 20;
    private const int KillsOfStates = 8;
    private const int Seed = 20261122;

    // Numbers that are sent again after a crash: some were acknowledged, some are in the log without anybody having
    // heard, some were lost.
    private const int SentAgain = 40;

    private readonly LogDirectory _directory = new();

    [Fact]
    public async Task After_twenty_kills_every_acknowledged_observation_is_there_and_none_twice()
    {
        var random = new Random(Seed);
        var acknowledged = new Dictionary<int, (long First, long Last)>();
        for (var kill = 0; kill < Kills; kill++)
        {
            var first = Math.Max(0, acknowledged.Keys.DefaultIfEmpty(0).Max() - SentAgain);
            var said = await WriteUntilKilledAsync(first, random.Next(1, 300));
            foreach (var (number, place) in said)
            {
                // Whoever repeats a number hears of the same place in the log.
                Assert.True(acknowledged.TryAdd(number, place) || acknowledged[number] == place, $"Seed {Seed}");
            }

            await AssertLogAsync(acknowledged);
        }

        Assert.True(acknowledged.Count >= Kills);
    }

    [Fact]
    public async Task After_kills_every_acknowledged_state_is_there_and_none_that_was_not_sent()
    {
        var random = new Random(Seed);
        var acknowledged = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var kill = 0; kill < KillsOfStates; kill++)
        {
            var lines = await KilledWriter.RunAsync(random.Next(1, 300), "states", _directory.Path);
            foreach (var parts in lines.Select(line => line.Split(' ')).Where(parts => parts is [_, [.., '.']]))
            {
                acknowledged[parts[0]] = (int)Number(parts[1][..^1]);
            }

            await using var log = _directory.Open();
            foreach (var (key, number) in acknowledged)
            {
                var state = await log.States.ReadAsync(NumberedState.Key(key), default);

                // The write after the last one that was heard of may be there, and no other.
                Assert.InRange(NumberedState.Number(state), number, number + 1);
            }
        }

        Assert.NotEmpty(acknowledged);
    }

    public void Dispose() => _directory.Dispose();

    private async Task AssertLogAsync(Dictionary<int, (long First, long Last)> acknowledged)
    {
        await using var log = _directory.Open();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var places = new Dictionary<int, (long, long)>();
        long next = 1;
        foreach (var logged in await AsyncList.OfAsync(log.ReadAllAsync(0, default)))
        {
            Assert.Equal(next, logged.FirstSequence);
            next = logged.LastSequence + 1;
            var key = logged.Batch.IdempotencyKey;
            Assert.NotNull(key);
            Assert.True(keys.Add(key), $"Batch {key} is there twice; seed {Seed}.");
            var number = int.Parse(key, CultureInfo.InvariantCulture);
            Batches.AssertSame(NumberedBatch.Of(number), logged.Batch);
            places.Add(number, (logged.FirstSequence, logged.LastSequence));
        }

        Assert.Equal(next - 1, log.Head);
        Assert.All(acknowledged, pair => Assert.Equal(pair.Value, places[pair.Key]));
    }

    private async Task<Dictionary<int, (long First, long Last)>> WriteUntilKilledAsync(int first, int acknowledgements)
    {
        var lines = await KilledWriter.RunAsync(
            acknowledgements, "batches", _directory.Path, first.ToString(CultureInfo.InvariantCulture));
        var said = new Dictionary<int, (long First, long Last)>();
        foreach (var line in lines)
        {
            if (Parse(line) is var (number, place))
            {
                said.Add(number, place);
            }
        }

        return said;
    }

    // The last line may be cut anywhere; then nobody heard it.
    private static (int Number, (long First, long Last) Place)? Parse(string line)
    {
        var parts = line.Split(' ');
        return parts.Length == 3 && parts[2].EndsWith('.')
            ? ((int)Number(parts[0]), (Number(parts[1]), Number(parts[2][..^1])))
            : null;
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
