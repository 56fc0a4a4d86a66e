namespace Twin.Geo.Ais;

/// <summary>How a message was received: what its sentences say beside its payload.</summary>
public readonly ref struct AisReception
{
    internal AisReception(
        AisChannel? channel, bool isOwnVessel, ReadOnlySpan<byte> receiver, DateTimeOffset? receivedAt)
    {
        Channel = channel;
        IsOwnVessel = isOwnVessel;
        Receiver = receiver;
        ReceivedAt = receivedAt;
    }

    /// <summary>The channel; <c>null</c> where the sentence names none.</summary>
    public AisChannel? Channel { get; }

    /// <summary>Whether the receiver sent it itself (VDO).</summary>
    public bool IsOwnVessel { get; }

    /// <summary>The source of the tag block, or of the suffix of coast guards; empty where none is given.</summary>
    public ReadOnlySpan<byte> Receiver { get; }

    /// <summary>The time that the receiver gave; <c>null</c> where none is given.</summary>
    public DateTimeOffset? ReceivedAt { get; }
}
