using Twin.Api.Requests;
using Twin.Model.Alerts;
using Twin.Model.Vessels;

namespace Twin.Api.Alerts;

/// <summary>The query parameters of alerts and cases.</summary>
internal static class AlertParameters
{
    public static readonly QueryParameter State = new(
        "state", $"Only alerts in that state; several with commas: {string.Join(", ", Names<AlertState>())}.")
    {
        Example = "raised,acknowledged",
    };

    public static readonly QueryParameter Severity = new("severity", "Only alerts at least as bad.")
    {
        Values = [.. Names<AlertSeverity>()],
    };

    public static readonly QueryParameter Kind = new("kind", "Only alerts of rules that look at that.")
    {
        Values = [.. Names<AlertRuleKind>()],
    };

    public static readonly QueryParameter Agency = new("agency", "Only alerts that an agency answers for.");

    public static readonly QueryParameter Stage = new("stage", "Only cases in that stage.")
    {
        Values = [.. Names<CaseStage>()],
    };

    public static readonly QueryParameter Vessel = new(
        "vessel", "Only cases of that vessel, by its registration number or MMSI.")
    {
        Example = "HP-90123-TS",
    };

    public static readonly QueryParameter Concern = new(
        "kind", "Only cases that the program opened for such an episode of a vessel; several with commas.")
    {
        Values = [.. Names<VesselConcernKind>()],
    };

    /// <summary>The names of an enumeration as JSON writes them.</summary>
    public static IEnumerable<string> Names<T>()
        where T : struct, Enum =>
        Enum.GetNames<T>().Select(name => char.ToLowerInvariant(name[0]) + name[1..]);

    /// <summary>Reads names, separated by commas; none where the parameter is left out.</summary>
    public static IReadOnlyList<T> ReadNames<T>(this QueryReader query, string name)
        where T : struct, Enum
    {
        if (query.Text(name) is not { } text)
        {
            return [];
        }

        var words = text.Split(',', StringSplitOptions.TrimEntries);
        if (words.All(word => Names<T>().Contains(word, StringComparer.Ordinal)))
        {
            return [.. words.Select(word => Enum.Parse<T>(word, ignoreCase: true))];
        }

        query.Refuse(name, $"Use: {string.Join(", ", Names<T>())}.");
        return [];
    }
}
