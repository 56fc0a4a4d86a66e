namespace Twin.Api.Observations;

/// <summary>What the marks in numbers mean. Flags, because a file can show signs of both.</summary>
[Flags]
internal enum NumberConvention
{
    /// <summary>Nothing tells.</summary>
    None = 0,

    /// <summary>A point before the decimals, a comma between thousands: <c>1,360.5</c>.</summary>
    Point = 1,

    /// <summary>A comma before the decimals, a point between thousands, as in Vietnam: <c>1.360,5</c>.</summary>
    Comma = 2,
}
