namespace Twin.Geo.Ais;

/// <summary>Reads weather and water of SN/Circ.236 (function 11) and SN.1/Circ.289 (function 31).</summary>
internal static class AisWeatherReader
{
    /// <summary>Function 11, whose fields say "not available" with all bits set.</summary>
    public static AisApplicationContent.Weather Circular236(AisBits bits, int start)
    {
        var shift = start - 56;
        return new AisApplicationContent.Weather
        {
            Position = AisScale.Position(
                bits.SignedField(start + 24, 25), bits.SignedField(start, 24), AisScale.Thousandths),
            IsAccurate = null,
            Time = AisMoment.OfDay(bits, start + 49, hasMonth: false),
            Wind = Wind(bits, shift + 121, shift + 135),
            Gust = Wind(bits, shift + 128, shift + 144),
            AirTemperatureCelsius = Scaled(AisScale.Unless(bits.Field(shift + 153, 11), 2047), 600, 10),
            HumidityPercent = AisScale.Within(bits.Field(shift + 164, 7), 0, 100),
            DewPointCelsius = Scaled(AisScale.Unless(bits.Field(shift + 171, 10), 1023), 200, 10),
            PressureHectopascals = AisScale.Unless(bits.Field(shift + 181, 9), 511) + 800,
            PressureTendency = Tendency(bits.Field(shift + 190, 2)),
            VisibilityNauticalMiles = Scaled(AisScale.Unless(bits.Field(shift + 192, 8), 255), 0, 10),
            IsVisibilityGreater = false,
            WaterLevelMeters = Scaled(AisScale.Unless(bits.Field(shift + 200, 9), 511), 100, 10),
            WaterLevelTendency = Tendency(bits.Field(shift + 209, 2)),
            Currents =
            [
                Current(bits, shift + 211, null),
                Current(bits, shift + 228, shift + 245),
                Current(bits, shift + 250, shift + 267),
            ],
            Waves = Waves(bits, shift + 272),
            Swell = Waves(bits, shift + 295),
            SeaState = AisScale.Within(bits.Field(shift + 318, 4), 0, 12),
            WaterTemperatureCelsius = Scaled(AisScale.Unless(bits.Field(shift + 322, 10), 1023), 100, 10),
            Precipitation = AisScale.Unless(bits.Field(shift + 332, 3), 7),
            SalinityPermille = Scaled(AisScale.Unless(bits.Field(shift + 335, 9), 511), 0, 10),
            HasIce = Ice(bits.Field(shift + 344, 2)),
        };
    }

    /// <summary>Function 31, whose fields have a code of their own each.</summary>
    public static AisApplicationContent.Weather Circular289(AisBits bits, int start)
    {
        var shift = start - 56;
        return new AisApplicationContent.Weather
        {
            Position = AisScale.Position(
                bits.SignedField(start, 25), bits.SignedField(start + 25, 24), AisScale.Thousandths),
            IsAccurate = bits.Flag(start + 49),
            Time = AisMoment.OfDay(bits, start + 50, hasMonth: false),
            Wind = Wind(bits, shift + 122, shift + 136),
            Gust = Wind(bits, shift + 129, shift + 145),
            AirTemperatureCelsius = Signed(bits, shift + 154, 11, 600),
            HumidityPercent = AisScale.Within(bits.Field(shift + 165, 7), 0, 100),
            DewPointCelsius = Signed(bits, shift + 172, 10, 500),
            PressureHectopascals = AisScale.Within(bits.Field(shift + 182, 9), 0, 402) + 799,
            PressureTendency = Tendency(bits.Field(shift + 191, 2)),
            VisibilityNauticalMiles = Scaled(AisScale.Unless(bits.Field(shift + 194, 7), 127), 0, 10),
            IsVisibilityGreater = bits.Flag(shift + 193),
            WaterLevelMeters = Scaled(AisScale.Within(bits.Field(shift + 201, 12), 0, 4000), 1000, 100),
            WaterLevelTendency = Tendency(bits.Field(shift + 213, 2)),
            Currents =
            [
                Current(bits, shift + 215, null),
                Current(bits, shift + 232, shift + 249),
                Current(bits, shift + 254, shift + 271),
            ],
            Waves = Waves(bits, shift + 276),
            Swell = Waves(bits, shift + 299),
            SeaState = AisScale.Within(bits.Field(shift + 322, 4), 0, 12),
            WaterTemperatureCelsius = Signed(bits, shift + 326, 10, 500),
            Precipitation = AisScale.Unless(bits.Field(shift + 336, 3), 7),
            SalinityPermille = Scaled(AisScale.Within(bits.Field(shift + 339, 9), 0, 501), 0, 10),
            HasIce = Ice(bits.Field(shift + 348, 2)),
        };
    }

    private static AisWind Wind(AisBits bits, int speed, int direction) => new(
        AisScale.Within(bits.Field(speed, 7), 0, 126), AisScale.Degrees(bits.Field(direction, 9)));

    private static AisCurrent Current(AisBits bits, int at, int? depth) => new(
        depth is { } start ? AisScale.Within(bits.Field(start, 5), 0, 30) : 0,
        Scaled(AisScale.Within(bits.Field(at, 8), 0, 251), 0, 10),
        AisScale.Degrees(bits.Field(at + 8, 9)));

    private static AisWaves Waves(AisBits bits, int at) => new(
        Scaled(AisScale.Within(bits.Field(at, 8), 0, 251), 0, 10),
        AisScale.Within(bits.Field(at + 8, 6), 0, 60),
        AisScale.Degrees(bits.Field(at + 14, 9)));

    private static double? Scaled(int? value, int offset, double divisor) => (value - offset) / divisor;

    private static double? Signed(AisBits bits, int at, int length, int limit)
    {
        var value = bits.SignedField(at, length);
        return Math.Abs(value) <= limit ? value / 10.0 : null;
    }

    private static AisTendency? Tendency(uint code) => code == 3 ? null : (AisTendency)code;

    private static bool? Ice(uint code) => code switch
    {
        0 => false,
        1 => true,
        _ => null,
    };
}
