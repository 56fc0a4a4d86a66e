using System.Collections.Immutable;
using Twin.Model.Indicators;

namespace Twin.Geo.Datasets;

/// <summary>Who publishes a dataset, from what, under which licence: what a user must be shown.</summary>
public sealed record DatasetPublication
{
    /// <summary>The id, also the folder's name.</summary>
    public required string Id { get; init; }

    /// <summary>Vietnamese title.</summary>
    public required string TitleVi { get; init; }

    /// <summary>English title.</summary>
    public required string TitleEn { get; init; }

    /// <summary>The publisher.</summary>
    public required string Publisher { get; init; }

    /// <summary>The day of this edition.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The SPDX id of the licence of the tables.</summary>
    public required string LicenceId { get; init; }

    /// <summary>Where the licence can be read.</summary>
    public required string LicenceUrl { get; init; }

    /// <summary>What the licence covers.</summary>
    public string? LicenceNote { get; init; }

    /// <summary>The URI of the coordinate reference system.</summary>
    public required string Crs { get; init; }

    /// <summary>What to say in Vietnamese wherever schematic boundaries are shown; <c>null</c> for true ones.</summary>
    public string? SchematicNoteVi { get; init; }

    /// <summary>What to say in English wherever schematic boundaries are shown; <c>null</c> for true ones.</summary>
    public string? SchematicNoteEn { get; init; }

    /// <summary>The indicator to show first; <c>null</c> leaves it to the data.</summary>
    public IndicatorCode? FirstIndicator { get; init; }

    /// <summary>The URI of the system that the city's surveys are in; <c>null</c> where none is named.</summary>
    public string? SurveyCrs { get; init; }

    /// <summary>Where the facts come from.</summary>
    public required ImmutableArray<DatasetSource> Sources { get; init; }
}
