using Twin.Model.Calendars;

namespace Twin.Geo.Datasets;

/// <summary>Reads <c>calendar.csv</c>, which a dataset may leave out: then every Monday to Friday is worked.</summary>
internal static class CalendarTable
{
    public const string File = "calendar.csv";

    private static readonly string[] Columns = ["date", "kind", "name_vi", "name_en", "basis"];

    public static List<Keyed<CalendarDay>> Read(string directory, ProblemList problems) =>
        System.IO.File.Exists(Path.Combine(directory, File))
            ? [.. CsvTable.Read(directory, File, Columns, [], problems).Select(ToDay)]
            : [];

    private static Keyed<CalendarDay> ToDay(CsvRow row) => new(row, new CalendarDay(
        row.RequiredDate("date"),
        row.Choice(
            "kind",
            ("holiday", CalendarDayKind.Holiday),
            ("annual", CalendarDayKind.AnnualHoliday),
            ("day_off", CalendarDayKind.DayOff),
            ("working_day", CalendarDayKind.WorkingDay)),
        row.Text("name_vi"),
        row.Text("name_en"),
        row.Choice("basis", ("law", true), ("announced", true), ("expected", false))));
}
