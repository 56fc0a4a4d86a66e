namespace Twin.Simulation.Tests;

public sealed class SeedsTests
{
    [Theory]
    [InlineData(null, 1, 1_000)]
    [InlineData(" ", 1, 1_000)]
    [InlineData("1", 1, 1)]
    [InlineData("20000", 1, 20_000)]
    [InlineData("17-17", 17, 17)]
    [InlineData("1001-3000", 1_001, 3_000)]
    public void A_count_or_a_range_is_read(string? text, int first, int last)
    {
        var seeds = Seeds.Parse(text);

        Assert.Equal((first, last, last - first + 1), (seeds[0], seeds[^1], seeds.Count));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("all")]
    [InlineData("-5")]
    [InlineData("9-8")]
    [InlineData("1-2-3")]
    [InlineData("1,000")]
    public void Anything_else_is_refused(string text) => Assert.Throws<FormatException>(() => Seeds.Parse(text));
}
