using System.Globalization;
using Twin.Model;
using Twin.Model.Units;

namespace Twin.Api.Problems;

/// <summary>The refusals that several endpoints share, and the way from a refusal to an answer.</summary>
internal static class Refusals
{
    // A hostile value must not fill the answer, and a person needs only enough of it to find it.
    private const int MaxShownLength = 64;

    /// <summary>The answer to a refusal.</summary>
    public static ProblemResult ToResult(this Refusal refusal) => new(refusal);

    /// <summary>The value as it may be shown: cut when long, without control characters.</summary>
    public static string Shown(string value)
    {
        var shown = value.Length <= MaxShownLength ? value : string.Concat(value.AsSpan(0, MaxShownLength), "…");
        return shown.Any(char.IsControl)
            ? string.Concat(shown.Select(c => char.IsControl(c) ? '\uFFFD' : c))
            : shown;
    }

    /// <summary>A parameter with a value that it cannot take.</summary>
    public static Refusal InvalidParameter(string name, string value, string hint) =>
        new(ProblemCodes.InvalidParameter, $"The parameter '{name}' cannot be '{Shown(value)}'.", hint);

    /// <summary>A code that never stood for a unit.</summary>
    public static Refusal UnknownUnit(string code) => new(
        ProblemCodes.NotFound,
        $"There is no unit '{Shown(code)}'.",
        "Codes are those of the General Statistics Office, leading zeros included; /v1/units?q= finds them by name.");

    /// <summary>A unit that does not stand on the date, with the dates on which it does.</summary>
    public static Refusal UnitNotStanding(AdministrativeTree tree, AdministrativeUnitCode code, DateOnly date) => new(
        ProblemCodes.NotFound,
        string.Create(CultureInfo.InvariantCulture, $"The unit {code} does not stand on {date:yyyy-MM-dd}."),
        string.Create(CultureInfo.InvariantCulture, $"It stands {DescribeDates(tree, code)}; ask for such a date."));

    /// <summary>Nothing under that id.</summary>
    public static Refusal NotFound(string what, string id, string hint) =>
        new(ProblemCodes.NotFound, $"There is no {what} '{Shown(id)}'.", hint);

    private static string DescribeDates(AdministrativeTree tree, AdministrativeUnitCode code) => string.Join(
        ", ",
        tree.VersionsOf(code).Select(version => version.ValidTo is { } last
            ? string.Create(CultureInfo.InvariantCulture, $"from {version.ValidFrom:yyyy-MM-dd} to {last:yyyy-MM-dd}")
            : string.Create(CultureInfo.InvariantCulture, $"since {version.ValidFrom:yyyy-MM-dd}")));
}
