using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Twin.Api.Explanations;
using Twin.Api.Lists;
using Twin.Model.Units;

namespace Twin.Api.Requests;

/// <summary>The query parameters, each described once.</summary>
internal static class QueryParameters
{
    public static readonly QueryParameter Date = new(
        "date", "Units and boundaries as they stood on that day; today in Vietnam by default.")
    {
        Format = "date",
        Example = "2024-12-31",
    };

    public static readonly QueryParameter Level = new("level", "Only units of that level.")
    {
        Values = [.. Enum.GetNames<AdministrativeLevel>().Select(name => name.ToLowerInvariant())],
    };

    public static readonly QueryParameter Upper = new("upper", "Only units directly below that one.")
    {
        Example = "303",
    };

    public static readonly QueryParameter Search = new(
        "q", "Only units whose name, with or without diacritics, or whose code holds the text; best matches first.")
    {
        Example = "quan toan",
    };

    public static readonly QueryParameter Unit = new("unit", "That unit and everything below it.") { Example = "31" };

    public static readonly QueryParameter RequiredUnit = new("unit", "The unit that reported.")
    {
        IsRequired = true,
        Example = "11296",
    };

    public static readonly QueryParameter RequiredIndicator = new("indicator", "The code of the indicator.")
    {
        IsRequired = true,
        Example = "FIBER-HOUSEHOLDS",
    };

    public static readonly QueryParameter Indicator = new("indicator", "Only that indicator.")
    {
        Example = "FIBER-HOUSEHOLDS",
    };

    public static readonly QueryParameter Period = new(
        "period",
        "An SDMX time period: 2025, 2025-S1, 2025-Q3, 2025-06, 2025-06-15 or 2025-01-01/P10M (ten months); "
        + "by default the latest with data.")
    {
        Example = "2025-06",
    };

    public static readonly QueryParameter From = new("from", "The first time period.") { Example = "2024-01" };

    public static readonly QueryParameter To = new("to", "The last time period.") { Example = "2024-12" };

    public static readonly QueryParameter AsOf = new(
        "asOf", "What was known at that instant, by what had been recorded until then; not in the future.")
    {
        Format = "date-time",
        Example = "2025-01-15T00:00:00Z",
    };

    public static readonly QueryParameter Boundaries = new(
        "boundaries",
        "Figures on the boundaries of that day instead of those of the period; how each came there is beside it.")
    {
        Format = "date",
        Example = "2025-07-01",
    };

    public static readonly QueryParameter Weight = new(
        "weight", "With boundaries: what divides a unit that went to several; population by default.")
    {
        Values = ["population", "area"],
    };

    public static readonly QueryParameter Breakdown = new(
        "breakdown",
        "Of that part alone, as dimension and member; several with semicolons between. The total by default.")
    {
        Example = "SIZE_CLASS=15-24",
    };

    public static readonly QueryParameter OnlyBreakdown = new(
        "breakdown", "Only that part, as dimension and member; total and all parts by default.")
    {
        Example = "SIZE_CLASS=15-24",
    };

    public static readonly QueryParameter Depth = new(
        "depth", $"How many levels of the tree are opened, 1 to {Explainer.MaxDepth}; 1 by default.")
    {
        IsInteger = true,
        Example = "2",
    };

    public static readonly QueryParameter MinSequence = new(
        "minSequence",
        "Waits, up to five seconds, until the write that was answered with that sequence is in the figure.")
    {
        IsInteger = true,
        Example = "1",
    };

    public static readonly QueryParameter Plan = new("plan", "Only targets of that plan.") { Example = "HP-2022" };

    public static readonly QueryParameter TargetUnit = new("unit", "Only targets that bind that unit, today.")
    {
        Example = "11296",
    };

    public static readonly QueryParameter Until = new(
        "until", "The last day wanted, up to ten years after the last figure; a year after it by default.")
    {
        Format = "date",
        Example = "2025-12-31",
    };

    public static readonly QueryParameter Kinds = new(
        "kinds",
        "The kinds of event wanted: rollup, alert, case, city, position, separated by commas; by default all but "
        + "position.")
    {
        Example = "rollup,alert,case,city",
    };

    public static readonly QueryParameter LastEventId = new(
        "lastEventId",
        "The last event that a client has which follows anew, for other kinds or another unit; the header "
        + "Last-Event-ID of one that comes back goes before it.")
    {
        IsInteger = true,
    };

    public static readonly QueryParameter Limit = new(
        "limit", $"How many items at most, 1 to {Page.MaxLimit}; {Page.DefaultLimit} by default.")
    {
        IsInteger = true,
        Example = "100",
    };

    public static readonly QueryParameter Cursor = new(
        "cursor", "Where to go on, as the link 'next' gives it; nothing to make up.");

    /// <summary>Names the query parameters that an endpoint takes. All others are refused.</summary>
    public static TBuilder WithQuery<TBuilder>(this TBuilder builder, params ImmutableArray<QueryParameter> parameters)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new AcceptedQuery(parameters));

    /// <summary>The same for an endpoint that answers with a page of a list.</summary>
    public static TBuilder WithListQuery<TBuilder>(
        this TBuilder builder, params ImmutableArray<QueryParameter> parameters)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new AcceptedQuery([.. parameters, Limit, Cursor]));
}
