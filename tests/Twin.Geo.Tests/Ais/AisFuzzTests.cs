using System.Text;
using Twin.Geo.Ais;
using Xunit;
using Xunit.Abstractions;

namespace Twin.Geo.Tests.Ais;

/// <summary>
/// Ten million lines that no receiver should send: whole messages of random bits, damaged sentences, damaged tag
/// blocks, half of them with a checksum that fits, so that the damage reaches the payload.
/// </summary>
public sealed class AisFuzzTests(ITestOutputHelper output)
{
    private const int Seed = 20_260_301;
    private const int Sentences = 10_000_000;

    // The largest message is a text of a whole slot group, its record and its characters.
    private const long MaxBytesOfMessage = 8_192;

    [Fact]
    public void Ten_million_damaged_sentences_never_throw_and_never_allocate_without_bound()
    {
        var workers = Environment.ProcessorCount;
        var tallies = new FuzzTally[workers];

        Parallel.For(0, workers, worker => tallies[worker] = Run(Seed + worker, Sentences / workers));

        foreach (var tally in tallies)
        {
            output.WriteLine(tally.ToString());
            Assert.All(Enum.GetValues<AisLineOutcome>(), o => Assert.True(tally.Of(o) > 0, $"{o} never happened"));
            Assert.All(Enumerable.Range(1, 27), t => Assert.InRange(tally.OfType(t), 1_000, long.MaxValue));
            Assert.InRange(tally.LargestMessage, 1, MaxBytesOfMessage);
        }
    }

    private static FuzzTally Run(int seed, int sentences)
    {
        var mutator = new SentenceMutator(new Random(seed));
        var reader = new AisReader(TimeProvider.System);
        var tally = new FuzzTally();
        var line = Span<byte>.Empty;
        try
        {
            for (var i = 0; i < sentences; i++)
            {
                line = mutator.Next();
                var outcome = reader.Read(line, out var frame);
                if (outcome is not AisLineOutcome.Message)
                {
                    tally.Add(outcome);
                    continue;
                }

                var before = GC.GetAllocatedBytesForCurrentThread();
                AisMessageReader.Read(frame);
                tally.Add(frame.MessageType, GC.GetAllocatedBytesForCurrentThread() - before);
            }
        }
        catch (Exception e) when (e is not Xunit.Sdk.XunitException)
        {
            var text = FormattableString.Invariant($"Seed {seed}: {Encoding.Latin1.GetString(line)}");
            throw new InvalidOperationException(text, e);
        }

        return tally;
    }
}
