using System.Collections.Immutable;

namespace Twin.Model.Maps;

/// <summary>
/// Shapes on the grid as bytes: counts, and steps from one position to the next, as variable-length numbers (LEB128,
/// signed ones in zigzag). A position of a border takes 4 bytes. Stateless.
/// </summary>
public static class GridShape
{
    /// <summary>Positions of one shape at most.</summary>
    public const int MaxPositions = 1_000_000;

    private const int MaxBytesOfNumber = 5;
    private const int RingPositions = 3;

    /// <summary>The bytes of some polygons.</summary>
    public static byte[] Encode(IReadOnlyList<GridPolygon> polygons)
    {
        var bytes = new List<byte>();
        Write(bytes, polygons.Count);
        var last = default(GridPoint);
        foreach (var polygon in polygons)
        {
            Write(bytes, polygon.Rings.Length);
            foreach (var ring in polygon.Rings)
            {
                Write(bytes, ring.Length);
                foreach (var position in ring)
                {
                    WriteSigned(bytes, (long)position.X - last.X);
                    WriteSigned(bytes, (long)position.Y - last.Y);
                    last = position;
                }
            }
        }

        return [.. bytes];
    }

    /// <summary>The polygons of some bytes; false where they are none, or have a ring that is none.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> bytes, out ImmutableArray<GridPolygon> polygons)
    {
        polygons = [];
        var left = MaxPositions;
        var last = default(GridPoint);
        if (!TryReadCount(ref bytes, out var count) || count == 0)
        {
            return false;
        }

        var made = ImmutableArray.CreateBuilder<GridPolygon>();
        for (; count > 0; count--)
        {
            if (!TryReadCount(ref bytes, out var rings) || rings == 0)
            {
                return false;
            }

            var polygon = ImmutableArray.CreateBuilder<ImmutableArray<GridPoint>>();
            for (; rings > 0; rings--)
            {
                if (!TryReadRing(ref bytes, ref last, ref left, out var ring))
                {
                    return false;
                }

                polygon.Add(ring);
            }

            made.Add(new GridPolygon(polygon.DrainToImmutable()));
        }

        polygons = made.DrainToImmutable();
        return bytes.IsEmpty;
    }

    private static bool TryReadRing(
        ref ReadOnlySpan<byte> bytes, ref GridPoint last, ref int left, out ImmutableArray<GridPoint> ring)
    {
        ring = [];
        if (!TryReadCount(ref bytes, out var length) || length < RingPositions || (left -= length) < 0)
        {
            return false;
        }

        var positions = ImmutableArray.CreateBuilder<GridPoint>(length);
        for (; length > 0; length--)
        {
            if (!TryReadSigned(ref bytes, out var x) || !TryReadSigned(ref bytes, out var y))
            {
                return false;
            }

            var (nextX, nextY) = (last.X + x, last.Y + y);
            if (Math.Abs(nextX) > GridPoint.MaxX || Math.Abs(nextY) > GridPoint.MaxY)
            {
                return false;
            }

            last = new GridPoint((int)nextX, (int)nextY);
            positions.Add(last);
        }

        ring = positions.MoveToImmutable();
        return true;
    }

    private static void Write(List<byte> bytes, long value)
    {
        var rest = (ulong)value;
        for (; rest >= 0x80; rest >>= 7)
        {
            bytes.Add((byte)(rest | 0x80));
        }

        bytes.Add((byte)rest);
    }

    private static void WriteSigned(List<byte> bytes, long value) => Write(bytes, (value << 1) ^ (value >> 63));

    private static bool TryRead(ref ReadOnlySpan<byte> bytes, out ulong value)
    {
        value = 0;
        for (var i = 0; i < Math.Min(bytes.Length, MaxBytesOfNumber); i++)
        {
            value |= (ulong)(bytes[i] & 0x7F) << (7 * i);
            if ((bytes[i] & 0x80) == 0)
            {
                bytes = bytes[(i + 1)..];
                return true;
            }
        }

        return false;
    }

    // What says that it holds more than there are bytes is none.
    private static bool TryReadCount(ref ReadOnlySpan<byte> bytes, out int count)
    {
        var isRead = TryRead(ref bytes, out var value) && value <= (ulong)bytes.Length;
        count = isRead ? (int)value : 0;
        return isRead;
    }

    private static bool TryReadSigned(ref ReadOnlySpan<byte> bytes, out long value)
    {
        var isRead = TryRead(ref bytes, out var zigzag);
        value = (long)(zigzag >> 1) ^ -(long)(zigzag & 1);
        return isRead;
    }
}
