using System.Globalization;
using Twin.Model.Vessels;

namespace Twin.Model.Tests.Vessels;

public sealed class IdentityTests
{
    [Theory]
    [InlineData("574000001", true)]
    [InlineData("002241234", true)]
    [InlineData("000000000", false)]
    [InlineData("57400000", false)]
    [InlineData("5740000011", false)]
    [InlineData("57400000a", false)]
    [InlineData(" 74000001", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void An_MMSI_is_nine_digits(string? text, bool expected)
    {
        Assert.Equal(expected, Mmsi.TryParse(text, out var mmsi));
        Assert.Equal(expected ? text : "000000000", mmsi.ToString());
    }

    [Fact]
    public void A_user_ID_of_more_than_nine_digits_is_no_MMSI()
    {
        Assert.True(Mmsi.TryCreate(999_999_999, out _));
        Assert.False(Mmsi.TryCreate(1_000_000_000, out _));
        Assert.False(Mmsi.TryCreate(0, out _));
    }

    [Theory]
    [InlineData("hp-90123-ts", "HP-90123-TS")]
    [InlineData("574000001", "574000001")]
    public void A_vessels_id_has_one_text(string text, string expected) =>
        Assert.Equal(expected, VesselId.Parse(text, CultureInfo.InvariantCulture).Value);

    [Theory]
    [InlineData("")]
    [InlineData("HP 90123")]
    [InlineData("HP-90123-TS-AND-MORE-LETTERS")]
    [InlineData("HP-Ô")]
    public void What_is_no_id_is_refused(string text) => Assert.False(VesselId.TryParse(text, out _));

    [Fact]
    public void Ids_are_the_same_and_in_order_as_their_texts_are()
    {
        var random = new Random(9);
        for (var i = 0; i < 20_000; i++)
        {
            var (first, second) = (TextOf(random), TextOf(random));
            var (one, other) = (Named(first), Named(second));
            var isSame = string.Equals(first, second, StringComparison.Ordinal);

            Assert.Equal(Math.Sign(string.CompareOrdinal(first, second)), Math.Sign(one.CompareTo(other)));
            Assert.Equal(isSame, one == other);
            Assert.True(!isSame || one.GetHashCode() == other.GetHashCode());
            Assert.True(default(VesselId) < one);
        }
    }

    [Theory]
    [InlineData("HP-90123-TS1", "HP-90123-TS12")]
    [InlineData("HP-90123-TS12", "HP-90123-TS2")]
    [InlineData("HP-90123-TS1-A", "HP-90123-TS1-B")]
    [InlineData("HP-1", "HP-10")]
    [InlineData("HP-", "HP0")]
    [InlineData("ZZZZZZZZZZZZ", "ZZZZZZZZZZZZZZZZZZZZZZZZ")]
    [InlineData("9", "A")]
    public void An_id_stands_before_another(string before, string behind)
    {
        Assert.True(Named(before) < Named(behind));
        Assert.NotEqual(Named(before), Named(behind));
    }

    private static VesselId Named(string text) => VesselId.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>An id of few letters, so that many begin alike and some are the same.</summary>
    private static string TextOf(Random random)
    {
        const string Letters = "-09AZ";
        return string.Concat(Enumerable.Repeat("HP-", random.Next(6))) + string.Concat(
            Enumerable.Range(0, 1 + random.Next(4)).Select(_ => Letters[random.Next(Letters.Length)]));
    }
}
