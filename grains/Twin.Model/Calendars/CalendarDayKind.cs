namespace Twin.Model.Calendars;

/// <summary>Why a day is not what its weekday says.</summary>
public enum CalendarDayKind
{
    /// <summary>A public holiday of one year: those that follow the moon, and the second day of National Day.</summary>
    Holiday = 0,

    /// <summary>A public holiday on the same day of every year from then on.</summary>
    AnnualHoliday = 1,

    /// <summary>A working day that the government exchanged for a day at the weekend.</summary>
    DayOff = 2,

    /// <summary>A day at the weekend that is worked in exchange.</summary>
    WorkingDay = 3,
}
