using Twin.Api.Alerts;
using Twin.Api.Requests;
using Twin.Model.Vessels;

namespace Twin.Api.Vessels;

/// <summary>The query parameters of vessels and their positions.</summary>
internal static class VesselParameters
{
    /// <summary>The feed of positions that are sent without naming one.</summary>
    public const string DefaultFeed = "http";

    /// <summary>The longest code of a feed, in characters.</summary>
    public const int MaxFeedLength = 32;

    public static readonly QueryParameter Feed = new(
        "feed", "The feed that they come by: 1 to 32 ASCII letters, digits or hyphens; http by default.")
    {
        Example = "vms",
    };

    public static readonly QueryParameter SizeClass = new(
        "sizeClass", "Only vessels of that class of length; several with commas.")
    {
        Values = [.. AlertParameters.Names<SizeClass>()],
    };

    public static readonly QueryParameter Contact = new(
        "contact", "Only vessels in that state of contact; several with commas. Lost and longLost are apart.")
    {
        Values = [.. AlertParameters.Names<ContactState>()],
    };

    public static readonly QueryParameter IsEligible = new(
        "eligible", "Only vessels that have all papers that they must have, or only those that have not.")
    {
        Values = ["true", "false"],
    };

    public static readonly QueryParameter IsThreeNo = new(
        "threeNo", "Only vessels without registration, inspection and licence, or only others.")
    {
        Values = ["true", "false"],
    };

    public static readonly QueryParameter LostSlot = new(
        "lostSlot", "Only lost vessels that were last heard in that quarter of the day in Vietnam.")
    {
        Values = [.. AlertParameters.Names<LostSlot>()],
    };

    public static readonly QueryParameter Zone = new(
        "zone", "Only vessels that were heard last in such a zone; several with commas.")
    {
        Values = [.. AlertParameters.Names<ZoneKind>()],
    };

    public static readonly QueryParameter Violates = new(
        "violates", "Only vessels that stay where their rule forbids them to, or only others.")
    {
        Values = ["true", "false"],
    };

    public static readonly QueryParameter Search = new(
        "q", "Only vessels whose id, name, MMSI or call sign holds the text.")
    {
        Example = "90123",
    };

    public static readonly QueryParameter Box = new(
        "bbox",
        "Only vessels in the box west,south,east,north, in degrees; one whose west is greater than its east crosses "
        + "the antimeridian. One that has left the box is not told of.")
    {
        Example = "106.4,20.4,108,21.2",
    };

    public static readonly QueryParameter Since = new(
        "since", "Only vessels that changed since that instant, the asOf of an earlier answer.")
    {
        Format = "date-time",
        Example = "2026-03-01T00:00:00Z",
    };

    public static readonly QueryParameter By = new(
        "by",
        "What to count by, several with commas: unit (the units directly below), sizeClass, contact, eligibility, "
        + "threeNo, lostSlot, zone (of the last report), gear, violates. Nothing counts all together.")
    {
        Example = "sizeClass,contact",
    };

    public static readonly QueryParameter WithoutUnit = new(
        "withoutUnit",
        "With true also vessels that belong to no unit, such as passing merchant ships; they are left out by default.")
    {
        Values = ["true", "false"],
    };

    public static readonly QueryParameter AsOf = new(
        "asOf", "By what was recorded until that instant; now by default. Read from the log, so it takes longer.")
    {
        Format = "date-time",
        Example = "2026-03-01T00:00:00Z",
    };

    public static readonly QueryParameter LostContact = new(
        "contact", "Only those that the first clock, or the second clock, has found lost.")
    {
        Values = [.. LostFilter.Clocks],
    };

    public static readonly QueryParameter SilentSince = new(
        "silentSince", "Only vessels that have not been heard since that instant, or an earlier one.")
    {
        Format = "date-time",
        Example = "2026-03-01T12:00:00Z",
    };

    public static readonly QueryParameter LostFrom = new(
        "from", "Only vessels that fell silent at that instant or later: that were last heard then.")
    {
        Format = "date-time",
        Example = "2026-03-01T11:00:00Z",
    };

    public static readonly QueryParameter LostTo = new(
        "to", "Only vessels that fell silent at that instant or earlier.")
    {
        Format = "date-time",
        Example = "2026-03-01T23:00:00Z",
    };

    public static readonly QueryParameter Ended = new(
        "ended",
        "With true also those heard again since: all that fell silent between 'from' and 'to'.")
    {
        Values = ["true", "false"],
    };

    public static readonly QueryParameter From = new("from", "From that instant on; a day before 'to' by default.")
    {
        Format = "date-time",
        Example = "2026-03-01T00:00:00Z",
    };

    public static readonly QueryParameter To = new("to", "Until that instant; now by default.")
    {
        Format = "date-time",
        Example = "2026-03-02T00:00:00Z",
    };

    public static readonly QueryParameter Tolerance = new(
        "toleranceMeters",
        "Leave out points that lie closer than that to where the vessel would have been without them, 0 to 10,000; 0 "
        + "by default, which keeps all.")
    {
        IsInteger = true,
        Example = "50",
    };

    /// <summary>Whether a text is a feed's code.</summary>
    public static bool IsFeed(string text) =>
        text.Length is > 0 and <= MaxFeedLength && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    /// <summary>Reads the code of a feed.</summary>
    public static string? ReadFeed(this QueryReader query)
    {
        var feed = query.Text("feed", MaxFeedLength);
        if (feed is not null && !IsFeed(feed))
        {
            query.Refuse("feed", "Use 1 to 32 ASCII letters, digits or hyphens.");
        }

        return feed;
    }
}
