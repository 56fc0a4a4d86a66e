using Twin.Model.Vessels;

namespace Twin.Api.Vessels;

/// <summary>A vessel's stay in a zone.</summary>
internal sealed record ZoneStayAnswer
{
    /// <summary>The code of the zone or port; <c>null</c> outside all that are drawn.</summary>
    public string? Id { get; init; }

    /// <summary>What it is.</summary>
    public required ZoneKind Kind { get; init; }

    /// <summary>When it entered.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>How many minutes from then to its last report.</summary>
    public required double DwellMinutes { get; init; }

    /// <summary>The zone that it left then.</summary>
    public string? Left { get; init; }

    /// <summary>The answer for a stay.</summary>
    public static ZoneStayAnswer Of(ZoneStay stay, PositionReport? last) => new()
    {
        Id = stay.Zone,
        Kind = stay.Kind,
        Since = stay.Since,
        DwellMinutes = last is null ? 0 : Math.Round((last.PhenomenonTime - stay.Since).TotalMinutes, 1),
        Left = stay.Left,
    };
}
