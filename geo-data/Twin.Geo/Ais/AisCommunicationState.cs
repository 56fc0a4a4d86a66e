namespace Twin.Geo.Ais;

/// <summary>
/// How a transponder shares the air (M.1371-5 annex 2, §3.3.7.2.1 and §3.3.7.3.2). Which members mean something
/// depends on <see cref="IsIncremental"/>.
/// </summary>
/// <param name="Raw">The 19 bits.</param>
/// <param name="IsIncremental">Whether they are of ITDMA and not of SOTDMA.</param>
public readonly record struct AisCommunicationState(uint Raw, bool IsIncremental)
{
    /// <summary>How it keeps time: 0 directly from UTC, 1 indirectly, 2 and 3 from other stations.</summary>
    public int SyncState => (int)(Raw >> 17) & 3;

    /// <summary>SOTDMA: frames until a new slot is chosen, 0 meaning the last in this slot.</summary>
    public int? SlotTimeout => IsIncremental ? null : (int)(Raw >> 14) & 7;

    /// <summary>SOTDMA with time-outs 3, 5 and 7: how many stations it receives.</summary>
    public int? ReceivedStations => SlotTimeout is 3 or 5 or 7 ? SubMessage : null;

    /// <summary>SOTDMA with time-outs 2, 4 and 6: the slot used.</summary>
    public int? SlotNumber => SlotTimeout is 2 or 4 or 6 ? SubMessage : null;

    /// <summary>SOTDMA with time-out 0: how far the slot of the next frame lies.</summary>
    public int? SlotOffset => SlotTimeout is 0 ? SubMessage : null;

    /// <summary>ITDMA: how far the next slot lies; 0 means none.</summary>
    public int? SlotIncrement => IsIncremental ? (int)(Raw >> 4) & 0x1FFF : null;

    /// <summary>ITDMA: the number of slots, as coded.</summary>
    public int? SlotsToAllocate => IsIncremental ? (int)(Raw >> 1) & 7 : null;

    /// <summary>ITDMA: whether the slot stays taken in the next frame.</summary>
    public bool? IsSlotKept => IsIncremental ? (Raw & 1) != 0 : null;

    private int SubMessage => (int)Raw & 0x3FFF;

    /// <summary>The state in 19 bits of messages whose type fixes the kind.</summary>
    internal static AisCommunicationState Read(AisBits bits, int start, bool isIncremental) =>
        new(bits.Field(start, 19), isIncremental);

    /// <summary>The state in 20 bits, of which the first tells the kind.</summary>
    internal static AisCommunicationState ReadSelected(AisBits bits, int start) =>
        Read(bits, start + 1, bits.Flag(start));
}
