using System.Collections.Immutable;
using Twin.Api.Requests;
using Twin.Model.Duties;

namespace Twin.Api.Duties;

/// <summary>The query parameters of duties.</summary>
internal static class DutyParameters
{
    public static readonly QueryParameter Agency = new(
        "agency", "Only figures that an agency owns, and documents that it owes.")
    {
        Example = "HP-A08",
    };

    public static readonly QueryParameter State = new(
        "state", $"Only reports that stand so; several with commas: {string.Join(", ", States())}.")
    {
        Example = "missing,late",
    };

    public static readonly QueryParameter Cadence = new("cadence", "Only reports that come so often.")
    {
        Values = [.. ReportingCadences.Texts],
        Example = "P1M",
    };

    public static readonly QueryParameter Duty = new("duty", "Only reports of that duty.")
    {
        Example = "HP-2022.commune.monthly",
    };

    public static readonly QueryParameter From = new(
        "from", "Reports due from that day, or from a period's first day; by default from the month before.")
    {
        Example = "2024-12",
    };

    public static readonly QueryParameter To = new(
        "to", "Reports due to that day, or to a period's last day; by default to the month after.")
    {
        Example = "2025-01",
    };

    public static readonly QueryParameter By = new("by", "What to count by; units directly below by default.")
    {
        Values = [.. Enum.GetNames<DutyGrouping>().Select(name => name.ToLowerInvariant())],
    };

    public static readonly QueryParameter Language = new("lang", "The language of the names: vi (default) or en.")
    {
        Values = ["vi", "en"],
    };

    /// <summary>What every question about duties takes.</summary>
    public static readonly ImmutableArray<QueryParameter> Common =
        [QueryParameters.Unit, Agency, Cadence, Duty, From, To, QueryParameters.AsOf];

    /// <summary>The names of the states.</summary>
    public static IEnumerable<string> States() =>
        Enum.GetNames<DutyState>().Select(name => char.ToLowerInvariant(name[0]) + name[1..]);
}
