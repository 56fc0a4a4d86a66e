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
}
