using System.Buffers.Binary;

namespace Twin.Geo.Ais;

/// <summary>
/// The bits of a message, read most significant first. Whatever lies beyond the last bit reads as zero, so that no
/// message, however broken, reads outside its own bytes. Holds a view: valid until the reader takes its next line.
/// </summary>
public readonly ref struct AisBits
{
    /// <summary>The bytes that must lie behind the last bit, so that a field is one load.</summary>
    internal const int Slack = 8;

    private readonly ReadOnlySpan<byte> _bytes;

    internal AisBits(ReadOnlySpan<byte> bytes, int count)
    {
        _bytes = bytes;
        Count = count;
    }

    /// <summary>The number of bits, without fill bits.</summary>
    public int Count { get; }

    /// <summary>An unsigned field of 1 to 32 bits.</summary>
    public uint Field(int start, int length)
    {
        if (start + length > Count)
        {
            return start >= Count ? 0 : Field(start, Count - start) << (length - (Count - start));
        }

        var word = BinaryPrimitives.ReadUInt64BigEndian(_bytes[(start >> 3)..]);
        return (uint)((word << (start & 7)) >> (64 - length));
    }

    /// <summary>A field of 2 to 32 bits in two's complement.</summary>
    public int SignedField(int start, int length) => (int)(Field(start, length) << (32 - length)) >> (32 - length);

    /// <summary>One bit.</summary>
    public bool Flag(int at) => Field(at, 1) != 0;

    /// <summary>
    /// Text in six-bit ASCII, up to its first <c>@</c> or the end of the message, without blanks at its end;
    /// <c>null</c> where nothing is left.
    /// </summary>
    public string? Text(int start, int maxCharacters)
    {
        var characters = Math.Min(maxCharacters, (Count - start) / 6);
        if (characters <= 0)
        {
            return null;
        }

        Span<char> text = stackalloc char[Math.Min(characters, AisReader.MaxBits / 6)];
        var length = 0;
        for (; length < text.Length; length++)
        {
            var one = Field(start + (length * 6), 6);
            if (one == 0)
            {
                break;
            }

            text[length] = (char)(one < 32 ? one + 64 : one);
        }

        var trimmed = text[..length].TrimEnd(' ');
        return trimmed.IsEmpty ? null : trimmed.ToString();
    }

    /// <summary>The bits from a place to the end, or <paramref name="length"/> of them.</summary>
    public AisBinaryData Data(int start, int length = int.MaxValue)
    {
        var count = Math.Max(0, Math.Min(length, Count - start));
        var bytes = new byte[(count + 7) / 8];
        for (var i = 0; i < bytes.Length; i++)
        {
            var rest = Math.Min(8, count - (i * 8));
            bytes[i] = (byte)(Field(start + (i * 8), rest) << (8 - rest));
        }

        return new AisBinaryData([.. bytes], count);
    }
}
