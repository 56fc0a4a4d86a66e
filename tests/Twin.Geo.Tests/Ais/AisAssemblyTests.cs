using System.Text;
using Twin.Geo.Ais;
using Twin.TestKit;
using Xunit;

namespace Twin.Geo.Tests.Ais;

public sealed class AisAssemblyTests
{
    private readonly ManualTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly AisReader _reader;

    public AisAssemblyTests() => _reader = new AisReader(_time);

    [Fact]
    public void Parts_in_any_order_make_the_same_message()
    {
        var parts = Sentences.Split(AisReaderTests.LongText(900), 50, 4);

        var outcomes = new[] { parts[2], parts[0], parts[1] }.Select(Read).ToArray();

        Assert.Equal([AisLineOutcome.Part, AisLineOutcome.Part, AisLineOutcome.Message], outcomes);
    }

    [Fact]
    public void The_message_has_the_bits_that_were_sent()
    {
        var text = AisReaderTests.LongText(884);
        var parts = Sentences.Split(text, 33, 4);

        foreach (var part in parts[..^1])
        {
            Read(part);
        }

        var outcome = _reader.Read(Encoding.ASCII.GetBytes(parts[^1]), out var frame);

        Assert.Equal(AisLineOutcome.Message, outcome);
        Assert.Equal(884, frame.Bits.Count);
        for (var i = 0; i < text.Length; i++)
        {
            Assert.Equal(text[i] == '1', frame.Bits.Flag(i));
        }
    }

    [Fact]
    public void A_repeated_part_is_told_and_does_no_harm()
    {
        var parts = Sentences.Split(AisReaderTests.LongText(600), 60, 4);

        Assert.Equal(AisLineOutcome.Part, Read(parts[0]));
        Assert.Equal(AisLineOutcome.RepeatedPart, Read(parts[0]));
        Assert.Equal(AisLineOutcome.Message, Read(parts[1]));
    }

    [Fact]
    public void Two_messages_on_two_channels_do_not_mix()
    {
        var one = Sentences.Split(AisReaderTests.LongText(600), 60, 4, "A");
        var two = Sentences.Split(AisReaderTests.LongText(660), 60, 4, "B");

        Read(one[0]);
        Read(two[0]);

        Assert.Equal(AisLineOutcome.Message, Read(one[1]));
        Assert.Equal(AisLineOutcome.Message, Read(two[1]));
    }

    [Fact]
    public void Two_receivers_of_one_message_do_not_mix()
    {
        var parts = Sentences.Split(AisReaderTests.LongText(600), 60, 4);

        Assert.Equal(AisLineOutcome.Part, Read(Sentences.TagBlock("s:rVT1") + parts[0]));
        Assert.Equal(AisLineOutcome.Part, Read(Sentences.TagBlock("s:rHP2") + parts[1]));
        Assert.Equal(AisLineOutcome.Message, Read(Sentences.TagBlock("s:rVT1") + parts[1]));
    }

    [Fact]
    public void A_group_joins_parts_of_which_only_the_first_names_the_station()
    {
        var parts = Sentences.Split(AisReaderTests.LongText(600), 60, 4);

        Assert.Equal(AisLineOutcome.Part, Read(Sentences.TagBlock("g:1-2-77,s:rVT1") + parts[0]));
        Assert.Equal(AisLineOutcome.Message, Read(Sentences.TagBlock("g:2-2-77") + parts[1]));
    }

    [Fact]
    public void A_new_message_with_the_same_sequence_takes_the_place_of_the_old()
    {
        var old = Sentences.Split(AisReaderTests.LongText(600), 60, 4);
        var fresh = Sentences.Split(Sentences.Bits((14, 6), (0, 2), (574_000_002, 30)) + new string('1', 562), 60, 4);

        Read(old[0]);
        Read(fresh[0]);
        var outcome = _reader.Read(Encoding.ASCII.GetBytes(fresh[1]), out var frame);

        Assert.Equal(AisLineOutcome.Message, outcome);
        Assert.Equal(574_000_002u, frame.UserId);
        Assert.Equal(1, _reader.GivenUp);
    }

    [Fact]
    public void A_part_waits_ten_seconds_and_no_longer()
    {
        var parts = Sentences.Split(AisReaderTests.LongText(600), 60, 4);

        Read(parts[0]);
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(AisLineOutcome.Message, Read(parts[1]));

        Read(parts[0]);
        _time.Advance(TimeSpan.FromSeconds(10.001));
        Assert.Equal(AisLineOutcome.Part, Read(parts[1]));
        Assert.Equal(1, _reader.GivenUp);
    }

    [Fact]
    public void The_oldest_gives_way_when_too_many_messages_wait()
    {
        var parts = Sentences.Split(AisReaderTests.LongText(600), 60, 4);
        for (var i = 0; i <= AisReader.MaxPending; i++)
        {
            Read(Sentences.TagBlock(FormattableString.Invariant($"s:r{i}")) + parts[0]);
        }

        Assert.Equal(1, _reader.GivenUp);
        Assert.Equal(AisLineOutcome.Message, Read(Sentences.TagBlock("s:r1") + parts[1]));
        Assert.Equal(AisLineOutcome.Part, Read(Sentences.TagBlock("s:r0") + parts[1]));
    }

    private AisLineOutcome Read(string line) => _reader.Read(Encoding.ASCII.GetBytes(line), out _);
}
