using System.Buffers.Binary;

namespace Twin.Storage.Encoding;

/// <summary>Writes varints and little-endian numbers into a buffer that the caller has made large enough.</summary>
internal ref struct BlobWriter(Span<byte> buffer)
{
    /// <summary>The most bytes a varint of 64 bits takes.</summary>
    public const int MaxVarintLength = 10;

    private readonly Span<byte> _buffer = buffer;

    public int Position { get; private set; }

    /// <summary>Zigzag: small magnitudes of either sign become small numbers.</summary>
    public static ulong ZigZag(long number) => unchecked((ulong)((number << 1) ^ (number >> 63)));

    public void WriteByte(byte value) => _buffer[Position++] = value;

    public void WriteBytes(scoped ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_buffer[Position..]);
        Position += bytes.Length;
    }

    public void WriteVarint(ulong value)
    {
        while (value >= 0x80)
        {
            _buffer[Position++] = (byte)(value | 0x80);
            value >>= 7;
        }

        _buffer[Position++] = (byte)value;
    }

    public void WriteSigned(long value) => WriteVarint(ZigZag(value));

    public void WriteDouble(double value)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(_buffer[Position..], value);
        Position += sizeof(double);
    }

    /// <summary>Keeps room for a length that <see cref="FillLength"/> writes later.</summary>
    public int ReserveLength()
    {
        var at = Position;
        Position += sizeof(uint);
        return at;
    }

    /// <summary>Writes how many bytes followed the reserved place.</summary>
    public readonly void FillLength(int reservedAt) =>
        BinaryPrimitives.WriteInt32LittleEndian(_buffer[reservedAt..], Position - reservedAt - sizeof(uint));
}
