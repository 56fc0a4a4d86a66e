namespace Twin.Model.Vessels;

/// <summary>A quarter of the day, by the clock of Vietnam.</summary>
public enum LostSlot
{
    /// <summary>From midnight to 6.</summary>
    Night = 0,

    /// <summary>From 6 to noon.</summary>
    Morning = 1,

    /// <summary>From noon to 18.</summary>
    Afternoon = 2,

    /// <summary>From 18 to midnight.</summary>
    Evening = 3,
}
