namespace Twin.Geo.Ais;

/// <summary>One sentence <c>!AIVDM,1,1,,A,payload,0*hh</c> of IEC 61162-1, with whatever stands after it.</summary>
internal readonly ref struct AisSentence
{
    // "!AIVDM,1,1,,," and the shortest rest.
    private const int Header = 7;

    private AisSentence(
        ReadOnlySpan<byte> payload, ReadOnlySpan<byte> suffix, Numbers numbers, AisChannel? channel, bool isOwnVessel)
    {
        Payload = payload;
        Suffix = suffix;
        PartCount = numbers.Count;
        PartNumber = numbers.Part;
        SequenceId = numbers.Sequence;
        FillBits = numbers.Fill;
        Channel = channel;
        IsOwnVessel = isOwnVessel;
    }

    /// <summary>The armored payload.</summary>
    public ReadOnlySpan<byte> Payload { get; }

    /// <summary>What stands after the checksum, without the end of the line.</summary>
    public ReadOnlySpan<byte> Suffix { get; }

    /// <summary>Of how many sentences the message is made, 1 to 9.</summary>
    public int PartCount { get; }

    /// <summary>Which of them this is, 1 to <see cref="PartCount"/>.</summary>
    public int PartNumber { get; }

    /// <summary>What joins the parts, 0 to 9; -1 where none is given.</summary>
    public int SequenceId { get; }

    /// <summary>The bits at the end that do not count, 0 to 5.</summary>
    public int FillBits { get; }

    /// <summary>The channel; <c>null</c> where none is named.</summary>
    public AisChannel? Channel { get; }

    /// <summary>Whether it is a VDO sentence.</summary>
    public bool IsOwnVessel { get; }

    /// <summary>
    /// Reads a line without its tag blocks; <see cref="AisLineOutcome.Message"/> where it could be read.
    /// </summary>
    public static AisLineOutcome Read(ReadOnlySpan<byte> line, out AisSentence sentence)
    {
        sentence = default;
        if (!IsVdm(line, out var isOwnVessel))
        {
            return AisLineOutcome.Ignored;
        }

        var fields = line[Header..];
        if (fields.Length < 9 || !Digit(fields[0], 1, 9, out var count) || fields[1] != ','
            || !Digit(fields[2], 1, count, out var part) || fields[3] != ',')
        {
            return AisLineOutcome.Malformed;
        }

        var at = 4;
        var sequence = -1;
        if (fields[at] != ',' && !Digit(fields[at++], 0, 9, out sequence))
        {
            return AisLineOutcome.Malformed;
        }

        if (fields[at++] != ',')
        {
            return AisLineOutcome.Malformed;
        }

        var channel = ChannelOf(fields[at]);
        at += fields[at] == ',' ? 1 : 2;
        if (fields[at - 1] != ',')
        {
            return AisLineOutcome.Malformed;
        }

        var payload = fields[at..];
        var length = payload.IndexOf((byte)',');
        if (length < 0 || payload.Length < length + 5 || !Digit(payload[length + 1], 0, 5, out var fill)
            || length > AisReader.MaxPayload || fill > length * 6)
        {
            return AisLineOutcome.Malformed;
        }

        var star = Header + at + length + 2;
        if (line[star] != '*' || AisArmor.Hex(line[star + 1], line[star + 2]) != AisArmor.Checksum(line[1..star]))
        {
            return AisLineOutcome.WrongChecksum;
        }

        sentence = new AisSentence(
            payload[..length], line[(star + 3)..], new Numbers(count, part, sequence, fill), channel, isOwnVessel);
        return AisLineOutcome.Message;
    }

    private static bool IsVdm(ReadOnlySpan<byte> line, out bool isOwnVessel)
    {
        isOwnVessel = line.Length > Header && line[5] == 'O';
        return line.Length > Header && line[0] == '!' && line[3] == 'V' && line[4] == 'D'
            && (isOwnVessel || line[5] == 'M') && line[6] == ',';
    }

    private static bool Digit(byte c, int min, int max, out int value)
    {
        value = c - '0';
        return value >= min && value <= max;
    }

    private static AisChannel? ChannelOf(byte c) => c switch
    {
        (byte)'A' or (byte)'1' => AisChannel.A,
        (byte)'B' or (byte)'2' => AisChannel.B,
        (byte)'C' => AisChannel.C,
        (byte)'D' => AisChannel.D,
        _ => null,
    };

    private readonly record struct Numbers(int Count, int Part, int Sequence, int Fill);
}
