using Twin.Model.Calendars;

namespace Twin.Api.Requests;

/// <summary>
/// The civil time of Vietnam: UTC+7 all year, without daylight saving since 1975. Dates that people write without a
/// zone, and "today", are meant in it.
/// </summary>
internal static class VietnamTime
{
    /// <summary>The offset from UTC.</summary>
    public static readonly TimeSpan Offset = VietnamDay.Offset;

    /// <summary>The day that it is in Vietnam.</summary>
    public static DateOnly Today(TimeProvider time) => VietnamDay.Of(time.GetUtcNow());
}
