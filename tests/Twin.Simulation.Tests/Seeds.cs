using System.Globalization;

namespace Twin.Simulation.Tests;

/// <summary>Which seeds are run: 1 to 1,000, or what the environment says.</summary>
internal static class Seeds
{
    /// <summary>A number of seeds, such as <c>20000</c>, or a first and a last one, such as <c>17-17</c>.</summary>
    public const string Variable = "TWIN_SIMULATION_SEEDS";

    /// <summary>How many seeds are run when nothing is said; each mutation is found within them.</summary>
    public const int Default = 1_000;

    public static IReadOnlyList<int> Chosen() => Parse(Environment.GetEnvironmentVariable(Variable));

    public static IReadOnlyList<int> Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [.. Enumerable.Range(1, Default)];
        }

        var parts = text.Split('-');
        var first = parts.Length == 1 ? 1 : Number(parts[0]);
        var last = Number(parts[^1]);
        return parts.Length > 2 || first < 1 || last < first
            ? throw new FormatException($"{Variable} is '{text}'; it takes a count or a range such as 17-17.")
            : [.. Enumerable.Range(first, last - first + 1)];
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
