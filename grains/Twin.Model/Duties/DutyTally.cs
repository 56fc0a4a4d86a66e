namespace Twin.Model.Duties;

/// <summary>Reports counted by where they stand. A waived one is in no count but its own.</summary>
/// <param name="OnTime">Those whose time has passed and that were here in time.</param>
/// <param name="Late">Those that came after their time.</param>
/// <param name="Missing">Those whose time has passed and that are not here.</param>
/// <param name="Early">Those that are here before their time has passed.</param>
/// <param name="Pending">Those that are not here, and whose time has not passed.</param>
/// <param name="Corrected">How many of those that are here have been changed.</param>
/// <param name="Returned">How many of those that are not here were handed back.</param>
/// <param name="Waived">Those that are not asked for.</param>
public readonly record struct DutyTally(
    int OnTime, int Late, int Missing, int Early, int Pending, int Corrected, int Returned, int Waived)
{
    /// <summary>Those whose time has passed.</summary>
    public int Due => OnTime + Late + Missing;

    /// <summary>Those asked for.</summary>
    public int Expected => Due + Early + Pending;

    /// <summary>Those that are here.</summary>
    public int Received => OnTime + Late + Early;

    /// <summary>The two together.</summary>
    public static DutyTally operator +(DutyTally left, DutyTally right) => left.Add(right);

    /// <summary>The two together.</summary>
    public DutyTally Add(DutyTally other) => new(
        OnTime + other.OnTime,
        Late + other.Late,
        Missing + other.Missing,
        Early + other.Early,
        Pending + other.Pending,
        Corrected + other.Corrected,
        Returned + other.Returned,
        Waived + other.Waived);
}
