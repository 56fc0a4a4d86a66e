using System.Collections.Immutable;

namespace Twin.Geo.Ais;

/// <content>Receipts, and what base stations order and ask.</content>
public static partial class AisMessageReader
{
    private static AisMessage.Acknowledgement Acknowledgement(AisHeader header, AisBits bits)
    {
        var receipts = ImmutableArray.CreateBuilder<AisReceipt>(4);
        // One that is cut short reads on with zeros, as other receivers read it.
        for (var at = 40; at < bits.Count && receipts.Count < 4; at += 32)
        {
            receipts.Add(new AisReceipt(bits.Field(at, 30), (int)bits.Field(at + 30, 2)));
        }

        return new AisMessage.Acknowledgement(header, receipts.ToImmutable());
    }

    private static AisMessage.Interrogation Interrogation(AisHeader header, AisBits bits)
    {
        var first = bits.Field(40, 30);
        var questions = ImmutableArray.CreateBuilder<AisQuestion>(3);
        questions.Add(Question(first, bits, 70));
        if (bits.Count >= 96)
        {
            questions.Add(Question(first, bits, 90));
        }

        if (bits.Count >= 158)
        {
            questions.Add(Question(bits.Field(110, 30), bits, 140));
        }

        return new AisMessage.Interrogation(header, questions.ToImmutable());
    }

    private static AisQuestion Question(uint destinationId, AisBits bits, int start) =>
        new(destinationId, (int)bits.Field(start, 6), (int)bits.Field(start + 6, 12));

    private static AisMessage.AssignedMode AssignedMode(AisHeader header, AisBits bits)
    {
        var first = Assignment(bits, 40);
        return new AisMessage.AssignedMode(header, bits.Count >= 144 ? [first, Assignment(bits, 92)] : [first]);
    }

    private static AisAssignment Assignment(AisBits bits, int start) => new(
        bits.Field(start, 30), (int)bits.Field(start + 30, 12), (int)bits.Field(start + 42, 10));

    // A run of no slots is what fills the message up; it reserves nothing.
    private static AisMessage.SlotReservations SlotReservations(AisHeader header, AisBits bits)
    {
        var reservations = ImmutableArray.CreateBuilder<AisReservation>(4);
        for (var at = 40; at + 30 <= bits.Count && at < 160; at += 30)
        {
            var slots = (int)bits.Field(at + 12, 4);
            if (slots > 0)
            {
                reservations.Add(new AisReservation(
                    (int)bits.Field(at, 12),
                    slots,
                    (int)bits.Field(at + 16, 3),
                    (int)bits.Field(at + 19, 11)));
            }
        }

        return new AisMessage.SlotReservations(header, reservations.ToImmutable());
    }

    private static AisMessage.ChannelManagement ChannelManagement(AisHeader header, AisBits bits)
    {
        var isAddressed = bits.Flag(139);
        return new AisMessage.ChannelManagement(header)
        {
            ChannelA = (int)bits.Field(40, 12),
            ChannelB = (int)bits.Field(52, 12),
            TransmitReceive = (int)bits.Field(64, 4),
            IsLowPower = bits.Flag(68),
            Area = isAddressed ? null : AisArea.Read(bits, 69),
            DestinationIds = isAddressed ? [bits.Field(69, 30), bits.Field(104, 30)] : [],
            IsNarrowA = bits.Flag(140),
            IsNarrowB = bits.Flag(141),
            ZoneSize = (int)bits.Field(142, 3),
        };
    }

    private static AisMessage.GroupAssignment GroupAssignment(AisHeader header, AisBits bits) => new(
        header,
        AisArea.Read(bits, 40),
        (int)bits.Field(110, 4),
        AisScale.Unless(bits.Field(114, 8), 0),
        (int)bits.Field(144, 2),
        (int)bits.Field(146, 4),
        (int)bits.Field(150, 4));
}
