using System.Buffers.Binary;
using System.Globalization;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Twin.Geo.Formats;

/// <summary>
/// Reads well-known text and binary (OGC 06-103r4) that strangers wrote: how deep it nests and how much it holds is
/// looked at before the library, which recurses and allocates as it is told, reads it. Rings that are open are closed.
/// Throws <see cref="FormatException"/> for what is none. Stateless.
/// </summary>
internal static class WellKnown
{
    private const int MaxDepth = 4;
    private const int HeaderBytes = 5;

    /// <summary>A geometry of a text.</summary>
    public static Geometry ReadText(string text, int maxVertices)
    {
        var depth = 0;
        var commas = 0;
        foreach (var character in text)
        {
            depth += character switch { '(' => 1, ')' => -1, _ => 0 };
            commas += character == ',' ? 1 : 0;
            if (depth > MaxDepth)
            {
                throw new FormatException($"The text nests deeper than {MaxDepth}.");
            }
        }

        if (commas >= maxVertices)
        {
            throw TooMany(maxVertices);
        }

        try
        {
            return new WKTReader { FixStructure = true }.Read(text);
        }
        catch (Exception error) when (IsOfLibrary(error))
        {
            throw new FormatException("The text is no geometry: " + Short(error.Message), error);
        }
    }

    /// <summary>A geometry of bytes.</summary>
    public static Geometry ReadBinary(byte[] bytes, int maxVertices)
    {
        var vertices = 0L;
        var used = Walk(bytes, MaxDepth, ref vertices);
        if (vertices > maxVertices)
        {
            throw TooMany(maxVertices);
        }

        if (used > bytes.Length)
        {
            throw new FormatException("The geometry ends too early.");
        }

        try
        {
            return new WKBReader { HandleSRID = false, IsStrict = false }.Read(bytes);
        }
        catch (Exception error) when (IsOfLibrary(error))
        {
            throw new FormatException("The bytes are no geometry: " + Short(error.Message), error);
        }
    }

    // What the library throws for what is none; the index is that of a ring without positions.
    private static bool IsOfLibrary(Exception error) =>
        error is NetTopologySuite.IO.ParseException or ArgumentException or EndOfStreamException
            or IndexOutOfRangeException;

    private static MapFileException TooMany(int maxVertices) => new(
        "too_many_vertices",
        string.Create(CultureInfo.InvariantCulture, $"The feature has more than {maxVertices} vertices."),
        "Simplify it, or cut it into several features.");

    private static string Short(string message) => message.Length <= 120 ? message : message[..120] + "…";

    /// <summary>How many bytes the geometry takes by what its counts say, without reading its positions.</summary>
    private static long Walk(ReadOnlySpan<byte> bytes, int depth, ref long vertices)
    {
        if (depth == 0 || bytes.Length < HeaderBytes)
        {
            throw new FormatException(depth == 0 ? "The geometry nests too deep." : "The geometry ends too early.");
        }

        var isLittle = bytes[0] == 1;
        var type = UInt32(bytes[1..], isLittle);
        var ordinates = Ordinates(type);
        var bytesOfPosition = 8L * ordinates;
        var rest = bytes[HeaderBytes..];
        if ((type & 0x20000000) != 0)
        {
            throw new FormatException("The geometry has a reference system of its own (EWKB).");
        }

        switch (type % 1000 & 0xFF)
        {
            case 1:
                vertices++;
                return HeaderBytes + bytesOfPosition;
            case 2:
                return HeaderBytes + Positions(rest, isLittle, bytesOfPosition, ref vertices);
            case 3:
                return HeaderBytes + Parts(rest, isLittle, bytesOfPosition, 0, ref vertices);
            case 4 or 5 or 6 or 7:
                return HeaderBytes + Parts(rest, isLittle, bytesOfPosition, depth, ref vertices);
            default:
                throw new FormatException(string.Create(
                    CultureInfo.InvariantCulture, $"The geometry type {type} is not read."));
        }
    }

    private static int Ordinates(uint type)
    {
        var extra = ((type & 0x80000000) != 0 ? 1 : 0) + ((type & 0x40000000) != 0 ? 1 : 0);
        return ((type & 0xFFFF) / 1000) switch
        {
            0 => 2 + extra,
            1 or 2 => 3,
            3 => 4,
            _ => throw new FormatException(string.Create(
                CultureInfo.InvariantCulture, $"The geometry type {type} is not read.")),
        };
    }

    private static long Positions(ReadOnlySpan<byte> bytes, bool isLittle, long bytesOfPosition, ref long vertices)
    {
        if (bytes.Length < 4)
        {
            throw new FormatException("The geometry ends too early.");
        }

        var count = UInt32(bytes, isLittle);
        vertices += count;
        return 4 + (count * bytesOfPosition);
    }

    /// <summary>The rings of a polygon, where depth is 0, or the members of a collection.</summary>
    private static long Parts(
        ReadOnlySpan<byte> bytes, bool isLittle, long bytesOfPosition, int depth, ref long vertices)
    {
        if (bytes.Length < 4)
        {
            throw new FormatException("The geometry ends too early.");
        }

        var used = 4L;
        for (var left = UInt32(bytes, isLittle); left > 0; left--)
        {
            if (used >= bytes.Length)
            {
                throw new FormatException("The geometry ends too early.");
            }

            var rest = bytes[(int)used..];
            used += depth == 0
                ? Positions(rest, isLittle, bytesOfPosition, ref vertices)
                : Walk(rest, depth - 1, ref vertices);
        }

        return used;
    }

    private static uint UInt32(ReadOnlySpan<byte> bytes, bool isLittle) => isLittle
        ? BinaryPrimitives.ReadUInt32LittleEndian(bytes)
        : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
