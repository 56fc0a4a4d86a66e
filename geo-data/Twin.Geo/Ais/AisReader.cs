namespace Twin.Geo.Ais;

/// <summary>
/// Reads AIVDM and AIVDO sentences line by line and joins the parts of long messages. What it holds is bounded by
/// <see cref="MaxPending"/> and fixed at its making; reading allocates nothing. Not safe for two threads: one reader
/// a feed. Pure but for the clock, which only tells when a part is too old to be joined.
/// </summary>
public sealed class AisReader
{
    /// <summary>The longest line read, in bytes; a longer one is refused unread.</summary>
    public const int MaxLine = 1_024;

    /// <summary>The longest payload of a sentence, in characters.</summary>
    public const int MaxPayload = 128;

    /// <summary>The most sentences of a message.</summary>
    public const int MaxParts = 9;

    /// <summary>The most bits of a message.</summary>
    public const int MaxBits = MaxPayload * MaxParts * 6;

    /// <summary>The most messages that wait for parts; the oldest gives way.</summary>
    public const int MaxPending = 64;

    private readonly byte[] _bits = new byte[(MaxBits / 8) + (2 * AisBits.Slack)];
    private readonly AisAssembly _assembly;

    /// <summary>A reader for one feed.</summary>
    public AisReader(TimeProvider time) => _assembly = new AisAssembly(time);

    /// <summary>How many messages were given up because their parts did not come.</summary>
    public long GivenUp => _assembly.GivenUp;

    /// <summary>
    /// Reads one line, with or without its end. The frame stands until the next call where the outcome is
    /// <see cref="AisLineOutcome.Message"/>, and is empty otherwise. Never throws, whatever the bytes.
    /// </summary>
    public AisLineOutcome Read(ReadOnlySpan<byte> line, out AisFrame frame)
    {
        frame = default;
        line = line.Trim(" \t\r\n"u8);
        if (line.IsEmpty)
        {
            return AisLineOutcome.Ignored;
        }

        if (line.Length > MaxLine)
        {
            return AisLineOutcome.Malformed;
        }

        var outcome = AisTagBlock.Take(ref line, out var tag);
        if (outcome is not AisLineOutcome.Ignored)
        {
            return outcome;
        }

        outcome = AisSentence.Read(line, out var sentence);
        return outcome is AisLineOutcome.Message ? Read(sentence, tag, out frame) : outcome;
    }

    private AisLineOutcome Read(AisSentence sentence, AisTagBlock tag, out AisFrame frame)
    {
        frame = default;
        var suffix = AisSuffix.Read(sentence.Suffix);
        var receiver = tag.Source.IsEmpty ? suffix.Receiver : tag.Source;
        var bitCount = 0;
        if (sentence.PartCount == 1)
        {
            if (!AisArmor.TryUnpack(sentence.Payload, _bits, ref bitCount))
            {
                return AisLineOutcome.BadPayload;
            }

            bitCount -= sentence.FillBits;
        }
        else
        {
            var outcome = _assembly.Add(sentence, receiver, tag.Group, _bits, ref bitCount);
            if (outcome is not AisLineOutcome.Message)
            {
                return outcome;
            }
        }

        var reception = new AisReception(
            sentence.Channel, sentence.IsOwnVessel, receiver, tag.Time ?? suffix.Time);
        return Finish(bitCount, reception, out frame);
    }

    private AisLineOutcome Finish(int bitCount, AisReception reception, out AisFrame frame)
    {
        frame = default;
        var bits = new AisBits(_bits, bitCount);
        var type = bits.Field(0, 6);
        if (bitCount < 6)
        {
            return AisLineOutcome.TooShort;
        }

        if (type is 0 or > AisMessageLengths.LastType)
        {
            return AisLineOutcome.UnknownType;
        }

        if (bitCount < AisMessageLengths.MinBits((int)type))
        {
            return AisLineOutcome.TooShort;
        }

        frame = new AisFrame(bits, reception);
        return AisLineOutcome.Message;
    }
}
