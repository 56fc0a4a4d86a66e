using System.Buffers.Binary;
using System.Numerics;

namespace Twin.Storage.Encoding;

/// <summary>
/// CRC-32C (Castagnoli; RFC 3720, appendix B.4), by the processor's instruction where it has one. Streaming: start with
/// <see cref="Start"/>, append in any pieces, end with <see cref="Finish"/>.
/// </summary>
internal static class Crc32C
{
    public const uint Start = uint.MaxValue;

    public static uint Append(uint state, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length >= sizeof(ulong))
        {
            state = BitOperations.Crc32C(state, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (var b in bytes)
        {
            state = BitOperations.Crc32C(state, b);
        }

        return state;
    }

    public static uint Append(uint state, long number) => BitOperations.Crc32C(state, unchecked((ulong)number));

    public static uint Finish(uint state) => ~state;
}
