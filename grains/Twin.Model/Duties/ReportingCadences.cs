namespace Twin.Model.Duties;

/// <summary>Cadences as ISO 8601 writes them.</summary>
public static class ReportingCadences
{
    private static readonly (ReportingCadence Cadence, string Text)[] All =
    [
        (ReportingCadence.TwiceMonthly, "R2/P1M"),
        (ReportingCadence.Monthly, "P1M"),
        (ReportingCadence.Quarterly, "P3M"),
        (ReportingCadence.HalfYearly, "P6M"),
        (ReportingCadence.Yearly, "P1Y"),
    ];

    /// <summary>The texts that are cadences.</summary>
    public static IEnumerable<string> Texts => All.Select(one => one.Text);

    /// <summary>The text of a cadence.</summary>
    public static string ToText(this ReportingCadence cadence) => All.First(one => one.Cadence == cadence).Text;

    /// <summary>Reads one; <c>null</c> for a duration that nobody has a duty for, such as a week.</summary>
    public static ReportingCadence? Read(string? text)
    {
        foreach (var (cadence, known) in All)
        {
            if (string.Equals(known, text, StringComparison.Ordinal))
            {
                return cadence;
            }
        }

        return null;
    }

    /// <summary>Reads several, separated by semicolons; those that are none are left out.</summary>
    public static IEnumerable<ReportingCadence> ReadAll(string? text) =>
        (text ?? string.Empty).Split(';').Select(Read).OfType<ReportingCadence>();
}
