namespace Twin.Geo.Ais;

/// <summary>
/// Reads the position reports among messages, without allocating. Pure; safe for any number of threads.
/// </summary>
public static class AisPositionReader
{
    /// <summary>Reads a position report; <c>false</c> where the message is of a type that carries none.</summary>
    public static bool TryRead(in AisFrame frame, out AisPositionReport report)
    {
        switch (frame.MessageType)
        {
            case 1 or 2 or 3:
                report = ClassA(frame);
                return true;
            case 9:
                report = Aircraft(frame);
                return true;
            case 18 or 19:
                report = ClassB(frame);
                return true;
            case 27:
                report = LongRange(frame);
                return true;
            default:
                report = default;
                return false;
        }
    }

    private static AisPositionReport ClassA(in AisFrame frame)
    {
        var bits = frame.Bits;
        var turn = bits.SignedField(42, 8);
        return new AisPositionReport
        {
            MessageType = frame.MessageType,
            UserId = frame.UserId,
            Status = AisScale.Status(bits.Field(38, 4)),
            RateOfTurnDegreesPerMinute = AisScale.RateOfTurn(turn),
            FastTurn = AisScale.FastTurn(turn),
            SpeedOverGroundKnots = AisScale.Speed(bits.Field(50, 10)),
            IsAccurate = bits.Flag(60),
            Position = AisScale.Position(bits.SignedField(61, 28), bits.SignedField(89, 27), AisScale.TenThousandths),
            CourseOverGroundDegrees = AisScale.Course(bits.Field(116, 12)),
            TrueHeadingDegrees = AisScale.Degrees(bits.Field(128, 9)),
            UtcSecond = AisScale.Second(bits.Field(137, 6)),
            HasRaim = bits.Flag(148),
        };
    }

    private static AisPositionReport Aircraft(in AisFrame frame)
    {
        var bits = frame.Bits;
        return new AisPositionReport
        {
            MessageType = frame.MessageType,
            UserId = frame.UserId,
            SpeedOverGroundKnots = AisScale.Unless(bits.Field(50, 10), 1023),
            IsAccurate = bits.Flag(60),
            Position = AisScale.Position(bits.SignedField(61, 28), bits.SignedField(89, 27), AisScale.TenThousandths),
            CourseOverGroundDegrees = AisScale.Course(bits.Field(116, 12)),
            UtcSecond = AisScale.Second(bits.Field(128, 6)),
            HasRaim = bits.Flag(147),
        };
    }

    private static AisPositionReport ClassB(in AisFrame frame)
    {
        var bits = frame.Bits;
        return new AisPositionReport
        {
            MessageType = frame.MessageType,
            UserId = frame.UserId,
            SpeedOverGroundKnots = AisScale.Speed(bits.Field(46, 10)),
            IsAccurate = bits.Flag(56),
            Position = AisScale.Position(bits.SignedField(57, 28), bits.SignedField(85, 27), AisScale.TenThousandths),
            CourseOverGroundDegrees = AisScale.Course(bits.Field(112, 12)),
            TrueHeadingDegrees = AisScale.Degrees(bits.Field(124, 9)),
            UtcSecond = AisScale.Second(bits.Field(133, 6)),
            HasRaim = bits.Flag(frame.MessageType == 18 ? 147 : 305),
        };
    }

    private static AisPositionReport LongRange(in AisFrame frame)
    {
        var bits = frame.Bits;
        return new AisPositionReport
        {
            MessageType = frame.MessageType,
            UserId = frame.UserId,
            IsAccurate = bits.Flag(38),
            HasRaim = bits.Flag(39),
            Status = AisScale.Status(bits.Field(40, 4)),
            Position = AisScale.Position(bits.SignedField(44, 18), bits.SignedField(62, 17), AisScale.Tenths),
            SpeedOverGroundKnots = AisScale.Unless(bits.Field(79, 6), 63),
            CourseOverGroundDegrees = AisScale.Degrees(bits.Field(85, 9)),
        };
    }
}
