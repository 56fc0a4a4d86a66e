using System.Collections.Immutable;
using Twin.Geo.Formats;

namespace Twin.Api.Exchange.Maps;

/// <summary>What a map file looks like, before its places are imported.</summary>
internal sealed record PlaceInspectionAnswer
{
    /// <summary>What the file was called.</summary>
    public required string FileName { get; init; }

    /// <summary>The form of the file.</summary>
    public required MapFormat Format { get; init; }

    /// <summary>The URI of the system that it is read in; null where neither the file nor anybody says.</summary>
    public required string? Crs { get; init; }

    /// <summary>The properties of its first features, each with a value that one of them has.</summary>
    public required IReadOnlyList<PlaceColumnAnswer> Columns { get; init; }

    /// <summary>What a place of the layer may have.</summary>
    public required IReadOnlyList<PlaceFieldAnswer> Fields { get; init; }

    /// <summary>The property of the file for each field whose name says which; people say the others.</summary>
    public required ImmutableDictionary<string, string> Suggested { get; init; }
}
