namespace Twin.Model.Vessels;

/// <summary>A part of each year, which may go over its end.</summary>
/// <param name="FromMonth">The month of its first day.</param>
/// <param name="FromDay">The first day.</param>
/// <param name="ToMonth">The month of its last day.</param>
/// <param name="ToDay">The last day.</param>
public readonly record struct Season(int FromMonth, int FromDay, int ToMonth, int ToDay)
{
    /// <summary>Whether a day is in it.</summary>
    public bool Covers(DateOnly day)
    {
        var (from, to) = ((FromMonth * 100) + FromDay, (ToMonth * 100) + ToDay);
        var at = (day.Month * 100) + day.Day;
        return from <= to ? from <= at && at <= to : at >= from || at <= to;
    }
}
