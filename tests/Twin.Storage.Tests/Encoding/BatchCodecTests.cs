using Twin.Model.Dimensions;
using Twin.Model.Observations;
using Twin.Model.Quality;
using Twin.Model.Time;
using Twin.Storage.Encoding;
using Twin.Storage.Tests.Support;

namespace Twin.Storage.Tests.Encoding;

public sealed class BatchCodecTests
{
    private const string Version1Blob =
        "01904E020103696F630102000000020200DA97804000000080F89AA9C5881D000000D124A125";

    private readonly IndicatorTable _indicators = new();

    public static TheoryData<string, double> Numbers => new()
    {
        { "zero", 0 },
        { "minus zero keeps its sign", -0.0 },
        { "one", 1 },
        { "a percentage with one decimal", 58.6 },
        { "two decimals", 11.14 },
        { "three decimals", 0.125 },
        { "a third", 1.0 / 3 },
        { "negative", -1234.5 },
        { "the last whole number that is exact", 9_007_199_254_740_992 },
        { "beyond it", 9_007_199_254_740_994 },
        { "largest", double.MaxValue },
        { "smallest", double.MinValue },
        { "next to zero", double.Epsilon },
        { "infinity", double.PositiveInfinity },
        { "minus infinity", double.NegativeInfinity },
        { "not a number", double.NaN },
        { "not a number, other bits", BitConverter.Int64BitsToDouble(0x7FF8_0000_0000_0001) },
    };

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_number_comes_back_bit_by_bit(string name, double number)
    {
        var batch = Batches.Of(Batches.QuanToan, value: number);
        var asDenominator = batch with { Observations = [batch.Observations[0] with { Denominator = number }] };

        var decoded = Decode(Encode(batch));
        var decodedDenominator = Decode(Encode(asDenominator));

        Assert.NotEmpty(name);
        Batches.AssertSame(batch.Observations, decoded);
        Batches.AssertSame(asDenominator.Observations, decodedDenominator);
    }

    [Fact]
    public void Random_batches_come_back()
    {
        var random = new Random(20261122);
        for (var i = 0; i < 500; i++)
        {
            var batch = Batches.Random(random);

            var encoded = Encode(batch);

            Assert.Equal(batch.Observations.Length, encoded.Count);
            Batches.AssertSame(batch.Observations, Decode(encoded));
        }
    }

    [Theory]
    [InlineData("first instant", 0)]
    [InlineData("last instant", 3_155_378_975_999_999_999)]
    [InlineData("whole milliseconds", 638_000_000_000_010_000)]
    [InlineData("finer than milliseconds", 638_000_000_000_000_001)]
    public void A_result_time_comes_back_to_the_tick(string name, long ticks)
    {
        var first = Batches.Observation(1, 1);
        var second = first with { ResultTime = new DateTimeOffset(ticks, TimeSpan.Zero) };

        var decoded = Decode(Encode(Batches.Of(Batches.QuanToan) with { Observations = [first, second] }));

        Assert.True(decoded[1].ResultTime.UtcTicks == ticks, name);
        Assert.Equal(first.ResultTime, decoded[0].ResultTime);
    }

    [Fact]
    public void Codes_and_sources_are_shared_between_batches()
    {
        var decoder = new BatchDecoder(_indicators, new StringPool());
        var first = decoder.Decode(Encode(Batches.Of(Batches.QuanToan)).Blob);
        var second = decoder.Decode(Encode(Batches.Of(Batches.HongBang)).Blob);

        Assert.Same(first[0].Indicator.Value, second[0].Indicator.Value);
        Assert.Same(first[0].Source, second[0].Source);
    }

    [Fact]
    public void A_report_on_all_indicators_packs_into_few_bytes()
    {
        var batch = Batches.Of(Batches.QuanToan, count: 1360, value: 1000);

        var encoded = Encode(batch);

        Assert.InRange(encoded.Blob.Length, 1, 1360 * 5);
    }

    [Fact]
    public void What_cannot_be_kept_is_refused()
    {
        var good = Batches.Of(Batches.QuanToan);
        var observation = good.Observations[0];
        var longest = new string('x', BatchEncoder.MaxTextBytes);

        Encode(good with { Reporter = longest, IdempotencyKey = longest });

        ObservationBatch[] bad =
        [
            good with { Unit = default },
            good with { Observations = default },
            good with { Reporter = null! },
            good with { Reporter = longest + "x" },
            good with { Reporter = "half a pair \ud83d" },
            good with { IdempotencyKey = string.Empty },
            good with { IdempotencyKey = longest + "x" },
            good with { Observations = [observation with { Indicator = default }] },
            good with { Observations = [observation with { Period = default }] },
            good with { Observations = [observation with { Source = null! }] },
            good with { Observations = [observation, observation with { Source = null! }] },
            good with { Observations = [observation, observation with { Source = longest + "x" }] },
        ];
        Assert.All(bad, batch => Assert.ThrowsAny<ArgumentException>(() => Encode(batch)));
    }

    [Fact]
    public void Cut_or_changed_bytes_are_invalid_data_or_other_values_but_never_another_failure()
    {
        var random = new Random(11);
        for (var i = 0; i < 3000; i++)
        {
            var bytes = Encode(Batches.Random(random)).Blob.ToArray();
            if (random.Next(2) == 0)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }
            else
            {
                bytes = bytes[..random.Next(bytes.Length)];
            }

            try
            {
                new BatchDecoder(_indicators, new StringPool()).Decode(bytes);
            }
            catch (InvalidDataException)
            {
                // The refusal that a reader turns into a named damage.
            }
        }
    }

    [Fact]
    public void A_later_layout_is_refused_by_its_version()
    {
        var bytes = Encode(Batches.Of(Batches.QuanToan)).Blob.ToArray();
        bytes[0] = BatchEncoder.NotesVersion + 1;

        var refusal = Assert.Throws<InvalidDataException>(
            () => new BatchDecoder(_indicators, new StringPool()).Decode(bytes));

        Assert.Contains("version 4", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_batch_of_totals_is_written_as_it_always_was_and_so_are_old_logs_read()
    {
        // What the program wrote before there were breakdowns.
        var old = Convert.FromHexString(Version1Blob);
        var batch = Batches.Of(Batches.QuanToan, count: 2, value: 58.6);

        Assert.Equal(old, Encode(batch).Blob.ToArray());
        Batches.AssertSame(batch.Observations, new BatchDecoder(_indicators, new StringPool()).Decode(old));
    }

    [Fact]
    public void One_part_makes_a_batch_of_the_later_version_and_comes_back()
    {
        var totals = Batches.Of(Batches.QuanToan, count: 3);
        var part = totals.Observations[1] with { Breakdown = Breakdown.Parse("OPERATOR=VIETTEL;ROAD_CLASS=MAIN") };
        var batch = totals with { Observations = totals.Observations.SetItem(1, part) };

        var encoded = Encode(batch);

        Assert.Equal(BatchEncoder.BreakdownVersion, encoded.Blob[0]);
        Batches.AssertSame(batch.Observations, Decode(encoded));
    }

    [Fact]
    public void One_note_makes_a_batch_of_the_last_version_and_comes_back()
    {
        var plain = Batches.Of(Batches.QuanToan, count: 3);
        var held = plain.Observations[1] with
        {
            Notes = new ObservationNotes { Held = new QualityFinding("jump", QualityRuleKind.Jump, 1e300, 0.1, 7) },
        };
        var batch = plain with { Observations = plain.Observations.SetItem(1, held) };

        var encoded = Encode(batch);

        Assert.Equal(BatchEncoder.NotesVersion, encoded.Blob[0]);
        Batches.AssertSame(batch.Observations, Decode(encoded));
    }

    [Fact]
    public void A_whole_file_in_an_old_encoding_costs_a_few_bytes()
    {
        var plain = Batches.Of(Batches.QuanToan, count: 1360, value: 1000);
        var notes = ObservationNotes.Of(FormatTrouble.LegacyEncoding);
        var noted = plain with { Observations = [.. plain.Observations.Select(one => one with { Notes = notes })] };

        Assert.InRange(Encode(noted).Blob.Length - Encode(plain).Blob.Length, 1, 16);
    }

    [Fact]
    public void Notes_that_are_too_long_or_say_nothing_are_refused()
    {
        var plain = Batches.Of(Batches.QuanToan);
        ObservationNotes[] bad =
        [
            new(),
            new() { Decision = new QuarantineDecision(default, 1, new string('x', ObservationNotes.MaxLength)) },
        ];

        Assert.All(bad, notes => Assert.Throws<ArgumentException>(
            () => Encode(plain with { Observations = [plain.Observations[0] with { Notes = notes }] })));
    }

    [Fact]
    public void Crc_32C_agrees_with_the_published_check_value()
    {
        // RFC 3720, appendix B.4, and the check value of the CRC catalogue for "123456789".
        Assert.Equal(0xE3069283, Crc32C.Finish(Crc32C.Append(Crc32C.Start, "123456789"u8)));
        Assert.Equal(0x8A9136AA, Crc32C.Finish(Crc32C.Append(Crc32C.Start, new byte[32])));

        var inPieces = Crc32C.Append(Crc32C.Append(Crc32C.Start, "1"u8), "23456789"u8);
        Assert.Equal(0xE3069283, Crc32C.Finish(inPieces));
    }

    [Fact]
    public void Every_frequency_of_period_comes_back()
    {
        var observations = Enum.GetValues<PeriodFrequency>()
            .Select(frequency => Batches.Observation(1, 1) with
            {
                Period = TimePeriod.Containing(new DateOnly(2025, 11, 30), frequency),
            });

        var batch = Batches.Of(Batches.QuanToan) with { Observations = [.. observations] };

        Batches.AssertSame(batch.Observations, Decode(Encode(batch)));
    }

    private EncodedBatch Encode(ObservationBatch batch) => BatchEncoder.Encode(batch, _indicators);

    private System.Collections.Immutable.ImmutableArray<Observation> Decode(EncodedBatch batch) =>
        new BatchDecoder(_indicators, new StringPool()).Decode(batch.Blob);
}
