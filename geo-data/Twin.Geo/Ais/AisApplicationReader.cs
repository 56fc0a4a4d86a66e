using System.Collections.Immutable;

namespace Twin.Geo.Ais;

/// <summary>
/// Reads the binary data of international applications. Data too short for its application is given as
/// <c>null</c>, and stays to be had as bits.
/// </summary>
internal static class AisApplicationReader
{
    private const int International = 1;
    private const int ShapeBits = 87;

    /// <summary>The most shapes of one notice, the most that five slots can carry.</summary>
    private const int MaxShapes = 10;

    private static readonly int[] ScaleFactors = [1, 10, 100, 1_000];

    /// <summary>The data from a bit on, or <c>null</c> where its application is not known.</summary>
    public static AisApplicationContent? Read(AisApplicationId application, AisBits bits, int start)
    {
        if (application.DesignatedArea != International)
        {
            return null;
        }

        var length = bits.Count - start;
        return application.Function switch
        {
            0 when length >= 12 => new AisApplicationContent.Telegram(
                bits.Flag(start), (int)bits.Field(start + 1, 11), bits.Text(start + 12, 161)),
            11 when length >= 296 => AisWeatherReader.Circular236(bits, start),
            31 when length >= 294 => AisWeatherReader.Circular289(bits, start),
            14 when length > 64 => Tides(bits, start, isCurrent: false),
            32 when length > 58 => Tides(bits, start, isCurrent: true),
            22 or 23 when length >= 55 => AreaNotice(bits, start),
            29 or 30 when length >= 10 => new AisApplicationContent.Description(
                AisScale.Unless(bits.Field(start, 10), 0), bits.Text(start + 10, 161)),
            _ => null,
        };
    }

    private static AisApplicationContent.Tides Tides(AisBits bits, int start, bool isCurrent)
    {
        var windowBits = isCurrent ? 88 : 93;
        var positionBits = isCurrent ? 49 : 55;
        var windows = ImmutableArray.CreateBuilder<AisTidalWindow>(3);
        // The last may be cut short after its position; it reads on with zeros, as other receivers read it.
        for (var at = start + 9; at + positionBits <= bits.Count && windows.Count < 3; at += windowBits)
        {
            windows.Add(isCurrent ? TidalWindow289(bits, at) : TidalWindow236(bits, at));
        }

        return new AisApplicationContent.Tides(
            AisScale.Within(bits.Field(start, 4), 1, 12),
            AisScale.Within(bits.Field(start + 4, 5), 1, 31),
            windows.ToImmutable());
    }

    // SN/Circ.236 puts the latitude first; in thousandths of a minute, though the fields have room for more.
    private static AisTidalWindow TidalWindow236(AisBits bits, int at)
    {
        var speed = bits.Field(at + 86, 7);
        return new AisTidalWindow(
            AisScale.Position(bits.SignedField(at + 27, 28), bits.SignedField(at, 27), AisScale.Thousandths),
            HourAndMinute(bits, at + 55),
            HourAndMinute(bits, at + 66),
            AisScale.Degrees(bits.Field(at + 77, 9)),
            speed == 127 ? null : speed / 10.0);
    }

    private static AisTidalWindow TidalWindow289(AisBits bits, int at)
    {
        var speed = bits.Field(at + 80, 8);
        return new AisTidalWindow(
            AisScale.Position(bits.SignedField(at, 25), bits.SignedField(at + 25, 24), AisScale.Thousandths),
            HourAndMinute(bits, at + 49),
            HourAndMinute(bits, at + 60),
            AisScale.Degrees(bits.Field(at + 71, 9)),
            speed > 251 ? null : speed / 10.0);
    }

    private static AisMoment HourAndMinute(AisBits bits, int at) => new(
        null,
        null,
        null,
        AisScale.Within(bits.Field(at, 5), 0, 23),
        AisScale.Within(bits.Field(at + 5, 6), 0, 59),
        null);

    private static AisApplicationContent.AreaNotice AreaNotice(AisBits bits, int start)
    {
        const uint NotSaid = 262_143;
        var duration = bits.Field(start + 37, 18);
        var shapes = ImmutableArray.CreateBuilder<AisNoticeShape>();
        for (var at = start + 55; at + ShapeBits <= bits.Count && shapes.Count < MaxShapes; at += ShapeBits)
        {
            if (Shape(bits, at) is { } shape)
            {
                shapes.Add(shape);
            }
        }

        return new AisApplicationContent.AreaNotice(
            AisScale.Unless(bits.Field(start, 10), 0),
            (int)bits.Field(start + 10, 7),
            AisMoment.OfDay(bits, start + 21, hasMonth: true),
            duration == NotSaid ? null : TimeSpan.FromMinutes(duration),
            shapes.ToImmutable());
    }

    private static AisNoticeShape? Shape(AisBits bits, int at)
    {
        var factor = ScaleFactors[bits.Field(at + 3, 2)];
        var corner = AisScale.Position(
            bits.SignedField(at + 5, 25), bits.SignedField(at + 30, 24), AisScale.Thousandths);
        return bits.Field(at, 3) switch
        {
            0 => new AisNoticeShape.Circle(corner, factor * (int)bits.Field(at + 57, 12)),
            1 => new AisNoticeShape.Rectangle(
                corner,
                factor * (int)bits.Field(at + 57, 8),
                factor * (int)bits.Field(at + 65, 8),
                AisScale.Degrees(bits.Field(at + 73, 9))),
            2 => new AisNoticeShape.Sector(
                corner,
                factor * (int)bits.Field(at + 57, 12),
                AisScale.Degrees(bits.Field(at + 69, 9)),
                AisScale.Degrees(bits.Field(at + 78, 9))),
            3 => new AisNoticeShape.Path(false, Legs(bits, at + 5, factor)),
            4 => new AisNoticeShape.Path(true, Legs(bits, at + 5, factor)),
            5 => new AisNoticeShape.Text(bits.Text(at + 3, 14)),
            _ => null,
        };
    }

    private static ImmutableArray<AisNoticeLeg> Legs(AisBits bits, int at, int factor)
    {
        const uint NoBearing = 720;
        var legs = ImmutableArray.CreateBuilder<AisNoticeLeg>(4);
        for (var i = 0; i < 4; i++, at += 20)
        {
            var halfDegrees = bits.Field(at, 10);
            if (halfDegrees < NoBearing)
            {
                legs.Add(new AisNoticeLeg(halfDegrees / 2.0, factor * (int)bits.Field(at + 10, 10)));
            }
        }

        return legs.ToImmutable();
    }
}
