using System.Globalization;
using System.Text;
using Twin.Api.Observations;

namespace Twin.Api.Tests.Observations;

public sealed class ResultTimeTextTests
{
    [Theory]
    [InlineData("2025-07-05T08:30:00Z", "2025-07-05T08:30:00.000Z")]
    [InlineData("2025-07-05T08:30:00+07:00", "2025-07-05T01:30:00.000Z")]
    [InlineData("2025-07-05T08:30:00.1239Z", "2025-07-05T08:30:00.123Z")]
    [InlineData("2025-07-05", "2025-07-04T17:00:00.000Z")] // A day without a zone begins in Vietnam.
    [InlineData("2025-07-05T08:30:00", "2025-07-05T01:30:00.000Z")]
    [InlineData("2025-07-05 08:30", "2025-07-05T01:30:00.000Z")]
    [InlineData("05/07/2025", "2025-07-04T17:00:00.000Z")]
    [InlineData("5/7/2025 08:30", "2025-07-05T01:30:00.000Z")]
    [InlineData("08:30 05/07/2025", "2025-07-05T01:30:00.000Z")]
    public void An_instant_is_read_as_utc_and_whole_milliseconds(string text, string expected)
    {
        var isRead = ResultTimeText.TryRead(Encoding.UTF8.GetBytes(text), out var instant);

        Assert.True(isRead);
        Assert.Equal(TimeSpan.Zero, instant.Offset);
        Assert.Equal(expected, instant.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("")]
    [InlineData("13/13/2025")]
    [InlineData("2025-02-30")]
    [InlineData("2025-7-5T8:30Z")]
    [InlineData("yesterday")]
    [InlineData("hôm qua")]
    [InlineData("2025-07-05T08:30:00+07:00 and a good deal more")]
    public void Anything_else_is_no_instant(string text) =>
        Assert.False(ResultTimeText.TryRead(Encoding.UTF8.GetBytes(text), out _));
}
