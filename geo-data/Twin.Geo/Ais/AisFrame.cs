using Twin.Model.Vessels;

namespace Twin.Geo.Ais;

/// <summary>
/// A whole message as it came: its bits, and what its sentences said of its reception. A view: valid until the
/// reader takes its next line, and as long as the bytes of the line stand.
/// </summary>
public readonly ref struct AisFrame
{
    internal AisFrame(AisBits bits, AisReception reception)
    {
        Bits = bits;
        Reception = reception;
        MessageType = (byte)bits.Field(0, 6);
        RepeatIndicator = (byte)bits.Field(6, 2);
        UserId = bits.Field(8, 30);
    }

    /// <summary>The bits of the message.</summary>
    public AisBits Bits { get; }

    /// <summary>Where, when and on which channel it was received.</summary>
    public AisReception Reception { get; }

    /// <summary>The type of message, 1 to 27.</summary>
    public byte MessageType { get; }

    /// <summary>How often it was repeated on the air, 0 to 3.</summary>
    public byte RepeatIndicator { get; }

    /// <summary>The user ID of the sender: 30 bits, so not always an MMSI.</summary>
    public uint UserId { get; }

    /// <summary>The identity of the sender, where its user ID is one.</summary>
    public Mmsi? Mmsi => Model.Vessels.Mmsi.TryCreate(UserId, out var mmsi) ? mmsi : null;
}
