using Twin.Api.Cities;
using Twin.Geo.Formats;

namespace Twin.Api.Exchange.Maps;

/// <summary>What became of a map file of boundaries, or would.</summary>
internal sealed record BoundaryImportAnswer
{
    /// <summary>Whether nothing was changed.</summary>
    public required bool IsDryRun { get; init; }

    /// <summary>What the file was called.</summary>
    public required string FileName { get; init; }

    /// <summary>The form of the file.</summary>
    public required MapFormat Format { get; init; }

    /// <summary>The URI of the reference system that it was read in.</summary>
    public required string Crs { get; init; }

    /// <summary>The first day of the units that the map is of.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>The revision of the city: that of the new map or, in a dry run, the one it was tried on.</summary>
    public required long Revision { get; init; }

    /// <summary>How many features the file has.</summary>
    public required int Features { get; init; }

    /// <summary>How many of them are units.</summary>
    public required int Matched { get; init; }

    /// <summary>The units of the map.</summary>
    public required IReadOnlyList<ImportedUnitAnswer> Units { get; init; }

    /// <summary>The features that are left out; the first 1,000.</summary>
    public required IReadOnlyList<UnmatchedFeatureAnswer> Unmatched { get; init; }

    /// <summary>How many are left out in all.</summary>
    public required int UnmatchedTotal { get; init; }

    /// <summary>The lowest units that the file does not draw.</summary>
    public required IReadOnlyList<MissingUnitAnswer> Missing { get; init; }

    /// <summary>What was wrong with shapes; the first 1,000.</summary>
    public required IReadOnlyList<MapRepairAnswer> Repairs { get; init; }

    /// <summary>How many things were wrong in all.</summary>
    public required int RepairsTotal { get; init; }

    /// <summary>What the change makes different in the city.</summary>
    public required ChangeReportAnswer Report { get; init; }
}
