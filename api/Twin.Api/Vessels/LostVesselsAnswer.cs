using Twin.Api.Lists;

namespace Twin.Api.Vessels;

/// <summary>Lost vessels: all of them counted, and a page of them listed.</summary>
internal sealed record LostVesselsAnswer
{
    /// <summary>The code of the unit; <c>null</c> for all vessels, those without a home included.</summary>
    public string? Unit { get; init; }

    /// <summary>The instant.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>How many vessels there are.</summary>
    public required int Vessels { get; init; }

    /// <summary>How often they fell silent, as far as asked for; never to be added to vessels.</summary>
    public required int Episodes { get; init; }

    /// <summary>Whether some vessel may have had more of them: the last eight that ended are kept of each.</summary>
    public required bool LacksEpisodes { get; init; }

    /// <summary>The same by unit, class of length and quarter of the day.</summary>
    public required IReadOnlyList<LostGroupAnswer> Groups { get; init; }

    /// <summary>The vessels of this page, those that fell silent last before others.</summary>
    public required IReadOnlyList<VesselAnswer> Items { get; init; }

    /// <summary>How many there are on all pages.</summary>
    public required long NumberMatched { get; init; }

    /// <summary>This page and, when there are more, the next.</summary>
    public required IReadOnlyList<LinkAnswer> Links { get; init; }
}
