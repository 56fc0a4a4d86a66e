namespace Twin.Geo.Datasets;

/// <summary>
/// The text of a cadence: ISO 8601 durations of one part (<c>P1M</c>), each perhaps repeated (<c>R2/P1M</c>: twice a
/// month), separated by semicolons.
/// </summary>
internal static class CadenceText
{
    public static string? Read(CsvRow row, string column)
    {
        var text = row.Optional(column);
        if (text is not null && !text.Split(';').All(IsCadence))
        {
            row.Invalid(column, text, "Write ISO 8601 durations such as P1M or R2/P1M, separated by semicolons.");
        }

        return text;
    }

    private static bool IsCadence(string text)
    {
        var duration = text.AsSpan();
        if (duration.StartsWith("R", StringComparison.Ordinal))
        {
            var slash = duration.IndexOf('/');
            if (slash < 2 || !IsNumber(duration[1..slash]))
            {
                return false;
            }

            duration = duration[(slash + 1)..];
        }

        return duration is ['P', .., 'Y' or 'M' or 'W' or 'D']
            && IsNumber(duration[1..^1]);
    }

    private static bool IsNumber(ReadOnlySpan<char> text) =>
        !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');
}
