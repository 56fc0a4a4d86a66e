using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Twin.Api.Lists;
using Twin.Api.Problems;
using Twin.Api.Statistics;
using Twin.Model;
using Twin.Model.Boundaries;
using Twin.Model.Dimensions;
using Twin.Model.Indicators;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Api.Requests;

/// <summary>
/// Reads the query parameters of a request. The first that cannot be read stays in <see cref="Refusal"/>, and every
/// later one reads as absent; a handler reads all that it needs and then looks once. For one request, one thread.
/// </summary>
internal sealed class QueryReader(HttpContext context)
{
    private const int MaxTextLength = 100;
    private const string PeriodHint =
        "Use an SDMX period: 2025, 2025-S1, 2025-Q3, 2025-06, 2025-06-15 or 2025-01-01/P10M (ten months).";
    private const string InstantHint = "Use an RFC 3339 instant such as 2025-01-15T00:00:00Z; write + as %2B.";

    // Without an offset an instant would be taken as the silo's local time, which no client knows.
    private static readonly string[] InstantFormats =
    [
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    private readonly IQueryCollection _query = context.Request.Query;

    private delegate bool TryParse<T>(string text, out T value);

    /// <summary>Why the parameters were not accepted; <c>null</c> while they are.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>A day, <c>yyyy-MM-dd</c>.</summary>
    public DateOnly? Date(string name = "date") => Read(
        name,
        (string text, out DateOnly value) => DateOnly.TryParseExact(
            text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value),
        "Use a day such as 2024-12-31.");

    /// <summary>A level.</summary>
    public AdministrativeLevel? Level() => Read(
        "level",
        (string text, out AdministrativeLevel level) =>
            Enum.TryParse(text, ignoreCase: true, out level) && char.IsAsciiLetter(text[0]) && Enum.IsDefined(level),
        $"Use one of: {string.Join(", ", QueryParameters.Level.Values)}.");

    /// <summary>The boundaries that figures are wanted on; <c>null</c> for those of then.</summary>
    public Boundaries? Boundaries()
    {
        var date = Date("boundaries");
        var weight = Read(
            "weight",
            (string text, out ShareWeight value) =>
                Enum.TryParse(text, ignoreCase: true, out value) && char.IsAsciiLetter(text[0]),
            $"Use one of: {string.Join(", ", QueryParameters.Weight.Values)}.");
        if (weight is not null && date is null)
        {
            Refuse("weight", "It goes with boundaries, the day whose boundaries are wanted.");
        }

        return date is { } day ? new Boundaries(day, weight ?? ShareWeight.Population) : null;
    }

    /// <summary>A unit's code that stands in the tree on some date.</summary>
    public AdministrativeUnitCode? Unit(string name, AdministrativeTree tree) => Read(
        name,
        (string text, out AdministrativeUnitCode code) =>
            AdministrativeUnitCode.TryParse(text, out code) && tree.Contains(code),
        "Codes are those of the General Statistics Office; /v1/units?q= finds them by name.");

    /// <summary>An indicator of the catalogue.</summary>
    public Indicator? Indicator(IndicatorCatalog indicators)
    {
        const string Hint = "/v1/indicators lists the codes.";
        if (Raw("indicator", Hint) is not { } text)
        {
            return null;
        }

        if (IndicatorCode.TryParse(text, out var code) && indicators.TryGet(code, out var indicator))
        {
            return indicator;
        }

        Refusal = Refusals.InvalidParameter("indicator", text, Hint);
        return null;
    }

    /// <summary>A breakdown whose dimensions and members are in the catalogue.</summary>
    public Breakdown? Breakdown(DimensionCatalog dimensions) => Read(
        "breakdown",
        (string text, out Breakdown breakdown) => Model.Dimensions.Breakdown.TryParse(text, out breakdown)
            && breakdown.Members.All(pair => dimensions.TryGetMember(pair.Dimension, pair.Member, out _)),
        "Use dimension and member, such as SIZE_CLASS=15-24; /v1/dimensions lists the codes.");

    /// <summary>A time period.</summary>
    public TimePeriod? Period(string name) =>
        Read(name, (string text, out TimePeriod period) => TimePeriod.TryParse(text, out period), PeriodHint);

    /// <summary>An instant that is not after <paramref name="now"/>.</summary>
    public DateTimeOffset? PastInstant(string name, DateTimeOffset now)
    {
        var instant = Read(
            name,
            (string text, out DateTimeOffset value) => DateTimeOffset.TryParseExact(
                text, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out value)
                && HasOffset(text),
            InstantHint);
        if (instant > now)
        {
            Refuse(name, "An instant in the future is not known yet; use one that has passed.");
            return null;
        }

        return instant;
    }

    /// <summary>A whole number from one bound to the other.</summary>
    public long? Number(string name, long minimum, long maximum) => Read(
        name,
        (string text, out long value) =>
            long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value)
            && value >= minimum && value <= maximum,
        maximum == long.MaxValue
            ? string.Create(CultureInfo.InvariantCulture, $"Use a whole number from {minimum} on.")
            : string.Create(CultureInfo.InvariantCulture, $"Use a whole number from {minimum} to {maximum}."));

    /// <summary>Yes or no.</summary>
    public bool? Flag(string name) => Read(
        name, (string text, out bool value) => (value = text is "true") || text is "false", "Use true or false.");

    /// <summary>One of the values that a parameter can take.</summary>
    public string? Choice(QueryParameter parameter)
    {
        var hint = $"Use one of: {string.Join(", ", parameter.Values)}.";
        var text = Raw(parameter.Name, hint);
        if (text is not null && !parameter.Values.Contains(text, StringComparer.Ordinal))
        {
            Refusal = Refusals.InvalidParameter(parameter.Name, text, hint);
            return null;
        }

        return text;
    }

    /// <summary>A text of at most so many characters.</summary>
    public string? Text(string name, int maxLength = MaxTextLength)
    {
        var hint = string.Create(CultureInfo.InvariantCulture, $"Use at most {maxLength} characters.");
        var text = Raw(name, hint);
        if (text?.Length > maxLength)
        {
            Refusal = Refusals.InvalidParameter(name, text, hint);
            return null;
        }

        return text;
    }

    /// <summary>The part of the list that is wanted.</summary>
    public Page Page(int defaultLimit = Lists.Page.DefaultLimit)
    {
        var limit = Number("limit", 1, Lists.Page.MaxLimit) ?? defaultLimit;
        var after = Read<long>("cursor", Cursor.TryParse, "Take the cursor from the link 'next' of the page before.");
        return new Page((int)limit, after);
    }

    /// <summary>Notes that a required parameter is missing.</summary>
    public void Require(string name, bool isThere, string hint)
    {
        if (!isThere)
        {
            Refusal ??= new Refusal(
                ProblemCodes.MissingParameter, $"The parameter '{name}' is required.", hint);
        }
    }

    /// <summary>Notes that a parameter was readable but cannot be accepted.</summary>
    public void Refuse(string name, string hint) =>
        Refusal ??= Refusals.InvalidParameter(name, _query[name].ToString(), hint);

    private static bool HasOffset(string instant) =>
        instant.EndsWith('Z') || instant.LastIndexOfAny(['+', '-']) > instant.IndexOf('T', StringComparison.Ordinal);

    private string? Raw(string name, string hint)
    {
        if (Refusal is not null || !_query.TryGetValue(name, out var values))
        {
            return null;
        }

        if (values is [{ Length: > 0 } single])
        {
            return single;
        }

        var shown = StringValues.IsNullOrEmpty(values) ? string.Empty : values.ToString();
        Refusal = Refusals.InvalidParameter(name, shown, values.Count > 1 ? $"Give it once. {hint}" : hint);
        return null;
    }

    private T? Read<T>(string name, TryParse<T> tryParse, string hint)
        where T : struct
    {
        if (Raw(name, hint) is not { } text)
        {
            return null;
        }

        if (tryParse(text, out var value))
        {
            return value;
        }

        Refusal = Refusals.InvalidParameter(name, text, hint);
        return null;
    }
}
