using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Twin.Storage.Encoding;

/// <summary>
/// Reads what <see cref="BlobWriter"/> wrote; throws <see cref="InvalidDataException"/> where the bytes end early or
/// say something impossible.
/// </summary>
internal ref struct BlobReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _position;

    public readonly bool IsAtEnd => _position == _bytes.Length;

    public readonly int Remaining => _bytes.Length - _position;

    public byte ReadByte() => _position < _bytes.Length ? _bytes[_position++] : throw Truncated();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong ReadVarint()
    {
        if (_position < _bytes.Length && _bytes[_position] < 0x80)
        {
            return _bytes[_position++];
        }

        return ReadLongVarint();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long ReadSigned()
    {
        var zigZag = ReadVarint();
        return unchecked((long)(zigZag >> 1) ^ -(long)(zigZag & 1));
    }

    public double ReadDouble() => BinaryPrimitives.ReadDoubleLittleEndian(ReadBytes(sizeof(double)));

    /// <summary>A count or an index; at most <paramref name="limit"/>.</summary>
    public int ReadCount(int limit)
    {
        var value = ReadVarint();
        return value <= (uint)limit
            ? (int)value
            : throw new InvalidDataException(FormattableString.Invariant($"A count of {value} exceeds {limit}."));
    }

    public ReadOnlySpan<byte> ReadBytes(int length)
    {
        if (length < 0 || length > Remaining)
        {
            throw Truncated();
        }

        _position += length;
        return _bytes.Slice(_position - length, length);
    }

    /// <summary>A reader of the bytes that follow a length of four bytes.</summary>
    public BlobReader ReadSection() => new(ReadBytes(BinaryPrimitives.ReadInt32LittleEndian(ReadBytes(sizeof(uint)))));

    private ulong ReadLongVarint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = ReadByte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException("A varint is longer than 64 bits.");
    }

    private static InvalidDataException Truncated() => new("The bytes end early.");
}
