namespace Twin.Storage.Encoding;

/// <summary>
/// Gives the same string for the same UTF-8 bytes, so that millions of rows share a few hundred unit codes, sources and
/// reporters. Holds at most <see cref="Slots"/> strings: a newcomer replaces the one in its slot. For one thread.
/// </summary>
internal sealed class StringPool
{
    /// <summary>The most strings kept.</summary>
    public const int Slots = 4096;

    // Longer texts are seldom repeated, and would let the pool grow heavy.
    private const int MaxPooledBytes = 256;

    private readonly (byte[] Bytes, string Text)[] _slots = new (byte[], string)[Slots];

    /// <summary>The text of the bytes; throws <see cref="InvalidDataException"/> where they are not UTF-8.</summary>
    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
        {
            return string.Empty;
        }

        if (utf8.Length > MaxPooledBytes)
        {
            return StrictUtf8.GetString(utf8);
        }

        ref var slot = ref _slots[Crc32C.Append(Crc32C.Start, utf8) % Slots];
        if (slot.Bytes is null || !utf8.SequenceEqual(slot.Bytes))
        {
            slot = (utf8.ToArray(), StrictUtf8.GetString(utf8));
        }

        return slot.Text;
    }
}
