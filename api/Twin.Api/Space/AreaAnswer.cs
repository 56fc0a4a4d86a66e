using Twin.Api.Statistics;

namespace Twin.Api.Space;

/// <summary>What lies in an area.</summary>
internal sealed record AreaAnswer
{
    /// <summary>The area, on the ellipsoid.</summary>
    public required double AreaSquareKilometers { get; init; }

    /// <summary>The day whose units are listed.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Whether any of these boundaries is drawn and not surveyed: then shares are rough.</summary>
    public required bool IsSchematic { get; init; }

    /// <summary>The share of the area that lies in units, 0 to 1; the rest is outside the city, or the sea.</summary>
    public required double ShareInUnits { get; init; }

    /// <summary>
    /// How many people live there, were they spread evenly over each unit; null where no unit's population is known.
    /// </summary>
    public required double? Population { get; init; }

    /// <summary>
    /// The day by whose units the people are counted: the date, or the nearest with numbers; null where there are none.
    /// </summary>
    public required DateOnly? PopulationDate { get; init; }

    /// <summary>How many units of that day the area meets.</summary>
    public required int PopulationUnits { get; init; }

    /// <summary>How many of them have a known population.</summary>
    public required int UnitsWithPopulation { get; init; }

    /// <summary>The vessels in it, by their last positions.</summary>
    public required AreaVesselsAnswer Fleet { get; init; }

    /// <summary>What stands in it: sites, facilities, zones and routes, as they are on the day.</summary>
    public required IReadOnlyList<AreaPlacesAnswer> Places { get; init; }

    /// <summary>The smallest units that it meets, by code.</summary>
    public required IReadOnlyList<UnitInAreaAnswer> Units { get; init; }

    /// <summary>
    /// The figures, in the order that they were asked for: of whole units in full, of others by the share of their
    /// people or of their area.
    /// The member rebasing says how far each can be trusted.
    /// </summary>
    public required IReadOnlyList<FigureAnswer> Figures { get; init; }
}
