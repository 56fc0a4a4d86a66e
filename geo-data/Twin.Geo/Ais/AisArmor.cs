using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Twin.Geo.Ais;

/// <summary>
/// The six-bit armor of payloads and the checksum of sentences (IEC 61162-1; ITU-R M.1371 annex 8). Pure; safe for
/// any number of threads.
/// </summary>
internal static class AisArmor
{
    private const byte Invalid = 0x40;

    private static readonly byte[] SixBits = Table();

    /// <summary>The exclusive or of the bytes.</summary>
    public static byte Checksum(ReadOnlySpan<byte> text)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(text);
        var folded = 0UL;
        foreach (var word in words)
        {
            folded ^= word;
        }

        folded ^= folded >> 32;
        folded ^= folded >> 16;
        folded ^= folded >> 8;
        var sum = (byte)folded;
        foreach (var one in text[(words.Length * sizeof(ulong))..])
        {
            sum ^= one;
        }

        return sum;
    }

    /// <summary>The value of two hexadecimal digits, or -1.</summary>
    public static int Hex(byte high, byte low)
    {
        var value = (Digit(high) << 4) | Digit(low);
        return value is >= 0 and <= byte.MaxValue ? value : -1;
    }

    /// <summary>
    /// Appends characters to a row of bits, most significant first; <c>false</c> where one is outside the alphabet.
    /// The target must have room for eight bytes beyond the last bit; those are left zero.
    /// </summary>
    public static bool TryUnpack(ReadOnlySpan<byte> payload, Span<byte> target, ref int bitCount)
    {
        var pending = bitCount & 7;
        var at = bitCount >> 3;
        ulong held = pending == 0 ? 0u : (uint)target[at] >> (8 - pending);
        var bad = 0;
        var i = 0;
        for (; i + 4 <= payload.Length; i += 4)
        {
            uint a = SixBits[payload[i]];
            uint b = SixBits[payload[i + 1]];
            uint c = SixBits[payload[i + 2]];
            uint d = SixBits[payload[i + 3]];
            bad |= (int)(a | b | c | d);
            held = (held << 24) | (a << 18) | (b << 12) | (c << 6) | d;
            BinaryPrimitives.WriteUInt32BigEndian(target[at..], (uint)(held >> pending) << 8);
            at += 3;
        }

        for (; i < payload.Length; i++)
        {
            uint one = SixBits[payload[i]];
            bad |= (int)one;
            held = (held << 6) | one;
            pending += 6;
            if (pending >= 8)
            {
                pending -= 8;
                target[at++] = (byte)(held >> pending);
            }
        }

        BinaryPrimitives.WriteUInt64BigEndian(target[at..], pending == 0 ? 0 : held << (64 - pending));
        bitCount += payload.Length * 6;
        return bad < Invalid;
    }

    private static int Digit(byte c) => c switch
    {
        >= (byte)'0' and <= (byte)'9' => c - '0',
        >= (byte)'A' and <= (byte)'F' => c - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => c - 'a' + 10,
        _ => -1,
    };

    private static byte[] Table()
    {
        var table = new byte[256];
        for (var c = 0; c < table.Length; c++)
        {
            table[c] = c switch
            {
                >= '0' and <= 'W' => (byte)(c - '0'),
                >= '`' and <= 'w' => (byte)(c - '`' + 40),
                _ => Invalid,
            };
        }

        return table;
    }
}
