using System.Buffers.Binary;
using Twin.Model.Space;

namespace Twin.Model.Places;

/// <summary>
/// A geometry as well-known binary (OGC 06-103r4) in CRS84, without heights and without an SRID. Compared by its bytes,
/// which nobody may change. Twin.Geo reads and writes it; this knows its kind alone.
/// </summary>
/// <param name="Wkb">The bytes.</param>
public sealed record PlaceGeometry(ReadOnlyMemory<byte> Wkb)
{
    /// <summary>The most bytes of a geometry: 16,384 positions.</summary>
    public const int MaxBytes = 256 * 1024;

    private const int HeaderBytes = 5;
    private const int CountBytes = 4;
    private const int PositionBytes = 16;

    /// <summary>Its kind; <see cref="PlaceGeometryKind.Unknown"/> where the bytes are none.</summary>
    public PlaceGeometryKind Kind
    {
        get
        {
            var bytes = Wkb.Span;
            if (bytes.Length < HeaderBytes || bytes[0] > 1)
            {
                return PlaceGeometryKind.Unknown;
            }

            var code = bytes[0] == 1
                ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[1..])
                : BinaryPrimitives.ReadUInt32BigEndian(bytes[1..]);
            return code is >= 1 and <= 6 ? (PlaceGeometryKind)code : PlaceGeometryKind.Unknown;
        }
    }

    /// <summary>A point.</summary>
    public static PlaceGeometry Point(GeoPosition position)
    {
        var bytes = new byte[HeaderBytes + PositionBytes];
        WriteHeader(bytes, PlaceGeometryKind.Point);
        WritePosition(bytes.AsSpan(HeaderBytes), position);
        return new PlaceGeometry(bytes);
    }

    /// <summary>A line of two positions or more.</summary>
    public static PlaceGeometry Line(IReadOnlyList<GeoPosition> positions)
    {
        var bytes = new byte[HeaderBytes + CountBytes + (positions.Count * PositionBytes)];
        WriteHeader(bytes, PlaceGeometryKind.LineString);
        WritePositions(bytes.AsSpan(HeaderBytes), positions);
        return new PlaceGeometry(bytes);
    }

    /// <summary>A polygon without holes, whose ring of four positions or more ends where it begins.</summary>
    public static PlaceGeometry Polygon(IReadOnlyList<GeoPosition> ring)
    {
        var bytes = new byte[HeaderBytes + CountBytes + CountBytes + (ring.Count * PositionBytes)];
        WriteHeader(bytes, PlaceGeometryKind.Polygon);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(HeaderBytes), 1);
        WritePositions(bytes.AsSpan(HeaderBytes + CountBytes), ring);
        return new PlaceGeometry(bytes);
    }

    /// <summary>Whether the bytes are the same.</summary>
    public bool Equals(PlaceGeometry? other) => other is not null && Wkb.Span.SequenceEqual(other.Wkb.Span);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Wkb.Span);
        return hash.ToHashCode();
    }

    private static void WriteHeader(Span<byte> to, PlaceGeometryKind kind)
    {
        to[0] = 1; // Little-endian.
        BinaryPrimitives.WriteInt32LittleEndian(to[1..], (int)kind);
    }

    private static void WritePositions(Span<byte> to, IReadOnlyList<GeoPosition> positions)
    {
        BinaryPrimitives.WriteInt32LittleEndian(to, positions.Count);
        for (var i = 0; i < positions.Count; i++)
        {
            WritePosition(to[(CountBytes + (i * PositionBytes))..], positions[i]);
        }
    }

    private static void WritePosition(Span<byte> to, GeoPosition position)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(to, position.LongitudeDegrees);
        BinaryPrimitives.WriteDoubleLittleEndian(to[8..], position.LatitudeDegrees);
    }
}
