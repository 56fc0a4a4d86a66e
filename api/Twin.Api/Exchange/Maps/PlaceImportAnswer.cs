using Twin.Geo.Formats;

namespace Twin.Api.Exchange.Maps;

/// <summary>What became of a map file of places, or would.</summary>
internal sealed record PlaceImportAnswer
{
    /// <summary>Whether nothing was changed.</summary>
    public required bool IsDryRun { get; init; }

    /// <summary>What the file was called.</summary>
    public required string FileName { get; init; }

    /// <summary>The form of the file.</summary>
    public required MapFormat Format { get; init; }

    /// <summary>The URI of the reference system that it was read in.</summary>
    public required string Crs { get; init; }

    /// <summary>The layer.</summary>
    public required string Layer { get; init; }

    /// <summary>How many features the file has.</summary>
    public required int Features { get; init; }

    /// <summary>How many places are new.</summary>
    public required int Added { get; init; }

    /// <summary>How many say something else now.</summary>
    public required int Changed { get; init; }

    /// <summary>How many say what they said.</summary>
    public required int Unchanged { get; init; }

    /// <summary>How many ended, because they are not in the file.</summary>
    public required int Ended { get; init; }

    /// <summary>The features that are left out, each with every reason; the first 1,000.</summary>
    public required IReadOnlyList<UnmatchedFeatureAnswer> Unmatched { get; init; }

    /// <summary>How many reasons there are in all.</summary>
    public required int UnmatchedTotal { get; init; }

    /// <summary>What was wrong with shapes; the first 1,000.</summary>
    public required IReadOnlyList<MapRepairAnswer> Repairs { get; init; }

    /// <summary>How many things were wrong in all.</summary>
    public required int RepairsTotal { get; init; }
}
