using System.Collections.Immutable;

namespace Twin.Api.Exchange.Maps;

/// <summary>Which properties of a map file's features hold what. What is left out is found by its name.</summary>
internal sealed record MapMapping
{
    /// <summary>The longest mapping, in bytes of JSON.</summary>
    public const int MaxBytes = 256 << 10;

    /// <summary>The property with the code of the unit, or the id of the place.</summary>
    public string? Code { get; init; }

    /// <summary>The property with the name.</summary>
    public string? Name { get; init; }

    /// <summary>The level of all units of the file, for names that units of several levels have.</summary>
    public string? Level { get; init; }

    /// <summary>The table of a GeoPackage, or the shapefile in a zip, where there are several.</summary>
    public string? Layer { get; init; }

    /// <summary>The encoding of texts, such as tcvn3.</summary>
    public string? Encoding { get; init; }

    /// <summary>The column with well-known text in CSV.</summary>
    public string? Geometry { get; init; }

    /// <summary>The column of longitudes or eastings in CSV.</summary>
    public string? Longitude { get; init; }

    /// <summary>The column of latitudes or northings in CSV.</summary>
    public string? Latitude { get; init; }

    /// <summary>Which property of a place each property of the file is, for places.</summary>
    public ImmutableDictionary<string, string>? Properties { get; init; }

    /// <summary>What places are where the file does not say, by the name of the property.</summary>
    public ImmutableDictionary<string, string>? Defaults { get; init; }
}
