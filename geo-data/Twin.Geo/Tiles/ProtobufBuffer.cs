using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Twin.Geo.Tiles;

/// <summary>Writes the wire format of protocol buffers into memory that grows. For one thread.</summary>
internal sealed class ProtobufBuffer
{
    private const int Varint = 0;
    private const int Fixed64 = 1;
    private const int LengthDelimited = 2;
    private const int MaxVarintBytes = 10;

    private byte[] _bytes;
    private int _length;

    public ProtobufBuffer(int capacity) => _bytes = new byte[capacity];

    public int Length => _length;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    public void Clear() => _length = 0;

    public byte[] ToArray() => Written.ToArray();

    /// <summary>How many bytes a number takes.</summary>
    public static int SizeOf(ulong value) => value == 0
        ? 1
        : (64 - BitOperations.LeadingZeroCount(value) + 6) / 7;

    /// <summary>A number that is seldom large in either direction as one that is seldom large.</summary>
    public static ulong ZigZag(long value) => (ulong)((value << 1) ^ (value >> 63));

    public void WriteNumber(ulong value)
    {
        Ensure(MaxVarintBytes);
        while (value >= 0x80)
        {
            _bytes[_length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        _bytes[_length++] = (byte)value;
    }

    public void WriteField(int field, ulong value)
    {
        WriteNumber((ulong)((field << 3) | Varint));
        WriteNumber(value);
    }

    public void WriteField(int field, double value)
    {
        WriteNumber((ulong)((field << 3) | Fixed64));
        Ensure(sizeof(double));
        BinaryPrimitives.WriteDoubleLittleEndian(_bytes.AsSpan(_length), value);
        _length += sizeof(double);
    }

    public void WriteField(int field, string text) => WriteField(field, Encoding.UTF8.GetBytes(text));

    public void WriteField(int field, ReadOnlySpan<byte> bytes)
    {
        WriteHeader(field, bytes.Length);
        WriteRaw(bytes);
    }

    /// <summary>Starts a field of so many bytes, which must follow.</summary>
    public void WriteHeader(int field, int length)
    {
        WriteNumber((ulong)((field << 3) | LengthDelimited));
        WriteNumber((ulong)length);
    }

    public void WriteRaw(ReadOnlySpan<byte> bytes)
    {
        Ensure(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }

    private void Ensure(int more)
    {
        if (_length + more > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_length + more, _bytes.Length * 2));
        }
    }
}
