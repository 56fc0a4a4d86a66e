using System.Buffers.Binary;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Twin.Geo.Formats;

/// <summary>
/// Geometries as GeoPackage stores them (12-128r18 §2.1.3): a header with the reference system and, as needed, an
/// envelope, and then well-known binary. Stateless.
/// </summary>
internal static class GeoPackageBlob
{
    private const int HeaderBytes = 8;
    private const byte LittleEndian = 1;
    private const byte EnvelopeOfXy = 1 << 1;
    private const byte IsEmptyFlag = 1 << 4;
    private const byte IsExtendedFlag = 1 << 5;

    // By the indicator in bits 1 to 3: none, xy, xyz, xym, xyzm.
    private static readonly int[] EnvelopeBytes = [0, 32, 48, 48, 64];

    /// <summary>Reads a geometry; throws <see cref="FormatException"/> where it is none.</summary>
    public static Geometry Read(byte[] blob, int maxVertices)
    {
        if (blob.Length < HeaderBytes || blob[0] != (byte)'G' || blob[1] != (byte)'P' || blob[2] != 0)
        {
            throw new FormatException("The geometry does not begin as one of a GeoPackage.");
        }

        var indicator = (blob[3] >> 1) & 7;
        if ((blob[3] & IsExtendedFlag) != 0 || indicator >= EnvelopeBytes.Length)
        {
            throw new FormatException("The geometry is of a kind of its own, which is not read.");
        }

        var start = HeaderBytes + EnvelopeBytes[indicator];
        return start <= blob.Length
            ? WellKnown.ReadBinary(blob[start..], maxVertices)
            : throw new FormatException("The geometry ends too early.");
    }

    /// <summary>A geometry with its envelope.</summary>
    public static byte[] Write(Geometry geometry, int srsId)
    {
        var wkb = new WKBWriter(ByteOrder.LittleEndian, handleSRID: false).Write(geometry);
        var hasEnvelope = !geometry.IsEmpty && geometry is not Point;
        var start = HeaderBytes + (hasEnvelope ? EnvelopeBytes[1] : 0);
        var blob = new byte[start + wkb.Length];
        blob[0] = (byte)'G';
        blob[1] = (byte)'P';
        blob[3] = (byte)(LittleEndian | (hasEnvelope ? EnvelopeOfXy : 0) | (geometry.IsEmpty ? IsEmptyFlag : 0));
        BinaryPrimitives.WriteInt32LittleEndian(blob.AsSpan(4), srsId);
        if (hasEnvelope)
        {
            var box = geometry.EnvelopeInternal;
            Span<double> sides = [box.MinX, box.MaxX, box.MinY, box.MaxY];
            for (var side = 0; side < sides.Length; side++)
            {
                BinaryPrimitives.WriteDoubleLittleEndian(blob.AsSpan(HeaderBytes + (8 * side)), sides[side]);
            }
        }

        wkb.CopyTo(blob, start);
        return blob;
    }
}
