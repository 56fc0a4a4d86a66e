namespace Twin.Geo.Ais;

/// <summary>
/// Messages that wait for parts. Parts belong together by receiver, channel, sequence and count; they may come in
/// any order. A message is given up when its place is needed, when a new message takes its sequence, or after
/// <see cref="Patience"/>: a sequence returns after nine others, and must not be joined to a part of yesterday.
/// </summary>
internal sealed class AisAssembly(TimeProvider time)
{
    /// <summary>How long a part waits for the others.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Slot[] _slots = MakeSlots();
    private long _order;

    /// <summary>How many messages were given up incomplete.</summary>
    public long GivenUp { get; private set; }

    /// <summary>
    /// Takes a part; <see cref="AisLineOutcome.Message"/> where it was the last, with the bits of the whole message.
    /// </summary>
    public AisLineOutcome Add(
        AisSentence part, ReadOnlySpan<byte> receiver, int group, Span<byte> bits, ref int bitCount)
    {
        // The other parts of a group may carry the group alone, the station being in the first (NMEA 0183 §7.9.3).
        var source = group != 0 ? Hash([], group) : Hash(receiver, 0);
        var key = new Key(source, part.Channel, part.SequenceId, part.PartCount);
        var slot = Find(key) ?? Begin(key);
        var index = part.PartNumber - 1;
        if (slot.Has(index))
        {
            if (slot.Part(index).SequenceEqual(part.Payload))
            {
                return AisLineOutcome.RepeatedPart;
            }

            GivenUp++;
            slot.Begin(key, ++_order, time.GetTimestamp());
        }

        slot.Set(index, part.Payload, part.FillBits);
        if (!slot.IsWhole)
        {
            return AisLineOutcome.Part;
        }

        slot.IsTaken = false;
        return slot.Join(bits, ref bitCount) ? AisLineOutcome.Message : AisLineOutcome.BadPayload;
    }

    private Slot? Find(Key key)
    {
        foreach (var slot in _slots)
        {
            if (!slot.IsTaken || slot.Key != key)
            {
                continue;
            }

            if (time.GetElapsedTime(slot.BegunAt) <= Patience)
            {
                return slot;
            }

            slot.IsTaken = false;
            GivenUp++;
        }

        return null;
    }

    private Slot Begin(Key key)
    {
        var chosen = _slots[0];
        foreach (var slot in _slots)
        {
            if (!slot.IsTaken)
            {
                chosen = slot;
                break;
            }

            if (slot.Order < chosen.Order)
            {
                chosen = slot;
            }
        }

        if (chosen.IsTaken)
        {
            GivenUp++;
        }

        chosen.Begin(key, ++_order, time.GetTimestamp());
        return chosen;
    }

    // FNV-1a: stable, and good enough to keep a handful of stations apart.
    private static uint Hash(ReadOnlySpan<byte> text, int seed)
    {
        var hash = 2_166_136_261u ^ (uint)seed;
        foreach (var one in text)
        {
            hash = (hash ^ one) * 16_777_619;
        }

        return hash;
    }

    private static Slot[] MakeSlots()
    {
        var slots = new Slot[AisReader.MaxPending];
        for (var i = 0; i < slots.Length; i++)
        {
            slots[i] = new Slot();
        }

        return slots;
    }

    private readonly record struct Key(uint Source, AisChannel? Channel, int SequenceId, int PartCount);

    private sealed class Slot
    {
        private readonly byte[] _text = new byte[AisReader.MaxPayload * AisReader.MaxParts];
        private readonly int[] _lengths = new int[AisReader.MaxParts];
        private int _fillBits;

        public bool IsTaken { get; set; }

        public Key Key { get; private set; }

        public long Order { get; private set; }

        public long BegunAt { get; private set; }

        public bool IsWhole => !_lengths.AsSpan(0, Key.PartCount).Contains(-1);

        public void Begin(Key key, long order, long now)
        {
            IsTaken = true;
            Key = key;
            Order = order;
            BegunAt = now;
            _fillBits = 0;
            _lengths.AsSpan().Fill(-1);
        }

        public bool Has(int index) => _lengths[index] >= 0;

        public ReadOnlySpan<byte> Part(int index) =>
            _text.AsSpan(index * AisReader.MaxPayload, Math.Max(0, _lengths[index]));

        public void Set(int index, ReadOnlySpan<byte> payload, int fillBits)
        {
            payload.CopyTo(_text.AsSpan(index * AisReader.MaxPayload));
            _lengths[index] = payload.Length;
            if (index == Key.PartCount - 1)
            {
                _fillBits = fillBits;
            }
        }

        public bool Join(Span<byte> bits, ref int bitCount)
        {
            for (var i = 0; i < Key.PartCount; i++)
            {
                if (!AisArmor.TryUnpack(Part(i), bits, ref bitCount))
                {
                    return false;
                }
            }

            bitCount -= _fillBits;
            return true;
        }
    }
}
