using Twin.Model.Vessels;
using Twin.Storage.Positions;

namespace Twin.Storage.Tests.Positions;

public sealed class PositionCodecTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1_000)]
    [InlineData(PositionBatch.MaxReports)]
    public void Reports_come_back_as_they_were(int reports)
    {
        var batch = PositionExamples.Batch(3, reports);

        var decoded = PositionCodec.Decode(PositionCodec.Encode(batch));

        Assert.Equal(batch.Reports.AsEnumerable(), decoded);
    }

    [Fact]
    public void The_corners_come_back_as_they_were()
    {
        var corners = PositionExamples.Corners();

        Assert.Equal(corners.AsEnumerable(), PositionCodec.Decode(PositionCodec.Encode(new PositionBatch(0, corners))));
    }

    [Fact]
    public void A_report_takes_some_twenty_bytes()
    {
        var batch = PositionExamples.Batch(0, 1_000);

        Assert.InRange(PositionCodec.Encode(batch).Length / 1_000.0, 10, 30);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(PositionBatch.MaxReports + 1)]
    public void An_empty_or_too_large_batch_is_refused(int reports) =>
        Assert.Throws<ArgumentException>(() => PositionCodec.Encode(PositionExamples.Batch(0, reports)));

    [Fact]
    public void Bytes_that_are_no_batch_are_told_and_nothing_else()
    {
        var random = new Random(5);
        var blob = PositionCodec.Encode(PositionExamples.Batch(0, 50));
        for (var i = 0; i < 20_000; i++)
        {
            var damaged = blob[..random.Next(blob.Length + 1)].ToArray();
            for (var j = random.Next(4); j > 0 && damaged.Length > 0; j--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            var failure = Record.Exception(() => PositionCodec.Decode(damaged));

            Assert.True(failure is null or InvalidDataException or ArgumentException, failure?.ToString());
        }
    }
}
