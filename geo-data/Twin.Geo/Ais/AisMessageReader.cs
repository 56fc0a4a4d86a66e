using System.Diagnostics;

namespace Twin.Geo.Ais;

/// <summary>
/// Reads whole messages of all 27 types. Allocates what it returns, at most a few kilobytes. Never throws for any
/// frame of <see cref="AisReader"/>. Pure; safe for any number of threads.
/// </summary>
public static partial class AisMessageReader
{
    private const uint AuxiliaryCraft = 98;

    /// <summary>Reads the message of a frame.</summary>
    public static AisMessage Read(in AisFrame frame)
    {
        var header = new AisHeader(frame.MessageType, frame.RepeatIndicator, frame.UserId);
        var bits = frame.Bits;
        AisPositionReader.TryRead(frame, out var report);
        return frame.MessageType switch
        {
            1 or 2 or 3 => ClassAPosition(header, report, bits),
            4 or 11 => BaseStation(header, bits),
            5 => StaticAndVoyage(header, bits),
            6 => AddressedBinary(header, bits),
            7 or 13 => Acknowledgement(header, bits),
            8 => BroadcastBinary(header, bits),
            9 => RescueAircraft(header, report, bits),
            10 => new AisMessage.UtcInquiry(header, bits.Field(40, 30)),
            12 => new AisMessage.AddressedSafety(
                header, (int)bits.Field(38, 2), bits.Field(40, 30), bits.Flag(70), bits.Text(72, 156)),
            14 => new AisMessage.BroadcastSafety(header, bits.Text(40, 161)),
            15 => Interrogation(header, bits),
            16 => AssignedMode(header, bits),
            17 => new AisMessage.DgnssCorrections(
                header,
                AisScale.Position(bits.SignedField(40, 18), bits.SignedField(58, 17), AisScale.Tenths),
                bits.Data(80)),
            18 => ClassBPosition(header, report, bits),
            19 => ClassBExtended(header, report, bits),
            20 => SlotReservations(header, bits),
            21 => AidToNavigation(header, bits),
            22 => ChannelManagement(header, bits),
            23 => GroupAssignment(header, bits),
            24 => StaticData(header, bits),
            25 or 26 => SlotBinary(header, bits),
            27 => new AisMessage.LongRangePosition(header, report, bits.Flag(94)),
            _ => throw new UnreachableException("The reader lets types 1 to 27 through."),
        };
    }

    private static AisMessage.ClassAPosition ClassAPosition(AisHeader header, AisPositionReport report, AisBits bits)
    {
        bool? isInSpecialManeuver = bits.Field(143, 2) switch
        {
            1 => false,
            2 => true,
            _ => null,
        };
        return new AisMessage.ClassAPosition(
            header, report, isInSpecialManeuver, AisCommunicationState.Read(bits, 149, header.MessageType == 3));
    }

    private static AisMessage.BaseStation BaseStation(AisHeader header, AisBits bits) => new(
        header,
        AisMoment.BaseStation(bits),
        AisScale.Position(bits.SignedField(79, 28), bits.SignedField(107, 27), AisScale.TenThousandths),
        bits.Flag(78),
        Device(bits.Field(134, 4)),
        bits.Flag(148),
        AisCommunicationState.Read(bits, 149, false));

    private static AisMessage.StaticAndVoyage StaticAndVoyage(AisHeader header, AisBits bits)
    {
        var imoNumber = bits.Field(40, 30);
        var draught = bits.Field(294, 8);
        return new AisMessage.StaticAndVoyage(header)
        {
            AisVersion = (int)bits.Field(38, 2),
            ImoNumber = imoNumber == 0 ? null : imoNumber,
            CallSign = bits.Text(70, 7),
            Name = bits.Text(112, 20),
            ShipType = AisScale.Unless(bits.Field(232, 8), 0),
            Dimensions = AisDimensions.Read(bits, 240),
            PositioningDevice = Device(bits.Field(270, 4)),
            Arrival = AisMoment.OfDay(bits, 278, hasMonth: true),
            DraughtMeters = draught == 0 ? null : draught / 10.0,
            Destination = bits.Text(302, 20),
            HasDataTerminal = bits.Count > 422 ? !bits.Flag(422) : null,
        };
    }

    private static AisMessage.AddressedBinary AddressedBinary(AisHeader header, AisBits bits)
    {
        var application = AisApplicationId.Read(bits, 72);
        return new AisMessage.AddressedBinary(
            header,
            (int)bits.Field(38, 2),
            bits.Field(40, 30),
            bits.Flag(70),
            application,
            bits.Data(88),
            AisApplicationReader.Read(application, bits, 88));
    }

    private static AisMessage.BroadcastBinary BroadcastBinary(AisHeader header, AisBits bits)
    {
        var application = AisApplicationId.Read(bits, 40);
        return new AisMessage.BroadcastBinary(
            header, application, bits.Data(56), AisApplicationReader.Read(application, bits, 56));
    }

    private static AisMessage.RescueAircraft RescueAircraft(AisHeader header, AisPositionReport report, AisBits bits)
        => new(
            header,
            report,
            AisScale.Unless(bits.Field(38, 12), 4095),
            bits.Flag(134),
            !bits.Flag(142),
            bits.Flag(146),
            AisCommunicationState.ReadSelected(bits, 148));

    private static AisMessage.ClassBPosition ClassBPosition(AisHeader header, AisPositionReport report, AisBits bits)
        => new(
            header,
            report,
            new AisClassBAbilities(bits.Flag(141), bits.Flag(142), bits.Flag(143), bits.Flag(144), bits.Flag(145)),
            bits.Flag(146),
            AisCommunicationState.ReadSelected(bits, 148));

    private static AisMessage.ClassBExtended ClassBExtended(AisHeader header, AisPositionReport report, AisBits bits)
        => new(
            header,
            report,
            bits.Text(143, 20),
            AisScale.Unless(bits.Field(263, 8), 0),
            AisDimensions.Read(bits, 271),
            Device(bits.Field(301, 4)),
            !bits.Flag(306),
            bits.Flag(307));

    private static AisMessage.AidToNavigation AidToNavigation(AisHeader header, AisBits bits)
    {
        var second = AisScale.Second(bits.Field(253, 6));
        var name = bits.Text(43, 20);
        return new AisMessage.AidToNavigation(header)
        {
            Kind = AisScale.Unless(bits.Field(38, 5), 0),
            Name = name is { Length: 20 } ? name + bits.Text(272, 14) : name,
            IsAccurate = bits.Flag(163),
            Position = AisScale.Position(bits.SignedField(164, 28), bits.SignedField(192, 27), AisScale.TenThousandths),
            Dimensions = AisDimensions.Read(bits, 219),
            PositioningDevice = Device(bits.Field(249, 4)),
            UtcSecond = second,
            IsOffPosition = second is null ? null : bits.Flag(259),
            Status = (byte)bits.Field(260, 8),
            HasRaim = bits.Flag(268),
            IsVirtual = bits.Flag(269),
            IsAssigned = bits.Flag(270),
        };
    }

    // Parts 2 and 3 are not defined; what they hold is read as part B by no receiver, so the name stays unknown.
    private static AisMessage StaticData(AisHeader header, AisBits bits)
    {
        if (bits.Field(38, 2) != 1)
        {
            return new AisMessage.StaticDataA(header, bits.Flag(38) ? null : bits.Text(40, 20));
        }

        var isAuxiliary = header.UserId / 10_000_000 == AuxiliaryCraft;
        return new AisMessage.StaticDataB(
            header,
            AisScale.Unless(bits.Field(40, 8), 0),
            bits.Text(48, 3),
            bits.Text(90, 7),
            isAuxiliary ? null : AisDimensions.Read(bits, 132),
            isAuxiliary ? bits.Field(132, 30) : null)
        {
            Model = (int)bits.Field(66, 4),
            SerialNumber = (int)bits.Field(70, 20),
        };
    }

    // M.1371-5 tables 80 and 83 are read as other receivers read them: nothing stands between address and data.
    private static AisMessage.SlotBinary SlotBinary(AisHeader header, AisBits bits)
    {
        var isAddressed = bits.Flag(38);
        var isStructured = bits.Flag(39);
        var start = isAddressed ? 70 : 40;
        AisApplicationId? application = isStructured ? AisApplicationId.Read(bits, start) : null;
        start += isStructured ? 16 : 0;
        var end = bits.Count - (header.MessageType == 26 ? 20 : 0);
        return new AisMessage.SlotBinary(
            header,
            isAddressed ? bits.Field(40, 30) : null,
            application,
            bits.Data(start, end - start),
            header.MessageType == 26 ? AisCommunicationState.ReadSelected(bits, end) : null);
    }

    private static AisPositioningDevice? Device(uint code) =>
        code is (>= 1 and <= 8) or 15 ? (AisPositioningDevice)code : null;
}
