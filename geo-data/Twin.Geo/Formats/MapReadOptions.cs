using System.Text;
using Twin.Geo.Coordinates;

namespace Twin.Geo.Formats;

/// <summary>How a map file is to be read. The limits keep a small file from costing more than it is worth.</summary>
public sealed record MapReadOptions
{
    /// <summary>What holds where nothing is said.</summary>
    public static readonly MapReadOptions Default = new();

    /// <summary>The reference system; <c>null</c> to go by what the file says.</summary>
    public CoordinateReferenceSystem? Crs { get; init; }

    /// <summary>The table of a GeoPackage, where it has more than one.</summary>
    public string? Layer { get; init; }

    /// <summary>The encoding of a table's texts; <c>null</c> to go by what the file says.</summary>
    public Encoding? Charset { get; init; }

    /// <summary>The column of well-known text in a CSV table; <c>null</c> to find it by its name.</summary>
    public string? GeometryColumn { get; init; }

    /// <summary>The column of longitudes or eastings in a CSV table; <c>null</c> to find it by its name.</summary>
    public string? LongitudeColumn { get; init; }

    /// <summary>The column of latitudes or northings in a CSV table; <c>null</c> to find it by its name.</summary>
    public string? LatitudeColumn { get; init; }

    /// <summary>Bytes of the file at most, and of each part of a zip once inflated.</summary>
    public long MaxBytes { get; init; } = 256L << 20;

    /// <summary>Features at most.</summary>
    public int MaxFeatures { get; init; } = 1_000_000;

    /// <summary>Vertices of one feature at most, one less than the first number that is refused.</summary>
    public int MaxVertices { get; init; } = 999_999;

    /// <summary>Vertices of all features at most.</summary>
    public long MaxVerticesInAll { get; init; } = 20_000_000;
}
