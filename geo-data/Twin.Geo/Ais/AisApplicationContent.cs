using System.Collections.Immutable;
using Twin.Model.Space;

namespace Twin.Geo.Ais;

/// <summary>Binary data whose application is known: IMO circulars SN/Circ.236 and SN.1/Circ.289.</summary>
public abstract record AisApplicationContent
{
    /// <summary>International function 0: text, with or without a wish for a receipt.</summary>
    /// <param name="WantsReceipt">Whether a receipt is wished.</param>
    /// <param name="Sequence">0 to 2,047.</param>
    /// <param name="Text">The text.</param>
    public sealed record Telegram(bool WantsReceipt, int Sequence, string? Text) : AisApplicationContent;

    /// <summary>International functions 29 and 30: text that belongs to another message.</summary>
    /// <param name="Linkage">What links them, 1 to 1,023; <c>null</c> for none.</param>
    /// <param name="Text">The text.</param>
    public sealed record Description(int? Linkage, string? Text) : AisApplicationContent;

    /// <summary>International functions 14 and 32: when a tide lets ships pass.</summary>
    /// <param name="Month">1 to 12.</param>
    /// <param name="Day">1 to 31.</param>
    /// <param name="Windows">Places and times.</param>
    public sealed record Tides(int? Month, int? Day, ImmutableArray<AisTidalWindow> Windows) : AisApplicationContent;

    /// <summary>International functions 22 and 23: something to be known of an area.</summary>
    /// <param name="Linkage">What links it to a text, 1 to 1,023; <c>null</c> for none.</param>
    /// <param name="Kind">What is to be known, 0 to 127 (SN.1/Circ.289 table 11.11).</param>
    /// <param name="Begin">From when, UTC.</param>
    /// <param name="Duration">For how long; <c>null</c> where not said.</param>
    /// <param name="Shapes">Where.</param>
    public sealed record AreaNotice(
        int? Linkage, int Kind, AisMoment Begin, TimeSpan? Duration, ImmutableArray<AisNoticeShape> Shapes)
        : AisApplicationContent;

    /// <summary>International functions 11 and 31: weather and water.</summary>
    public sealed record Weather : AisApplicationContent
    {
        /// <summary>Where.</summary>
        public required GeoPosition? Position { get; init; }

        /// <summary>Whether the position is good to 10 m; <c>null</c> where not said.</summary>
        public required bool? IsAccurate { get; init; }

        /// <summary>When, UTC, without month and year.</summary>
        public required AisMoment Time { get; init; }

        /// <summary>Mean wind of the last ten minutes.</summary>
        public required AisWind Wind { get; init; }

        /// <summary>The greatest wind of the last ten minutes.</summary>
        public required AisWind Gust { get; init; }

        /// <summary>Air temperature.</summary>
        public required double? AirTemperatureCelsius { get; init; }

        /// <summary>Relative humidity.</summary>
        public required int? HumidityPercent { get; init; }

        /// <summary>Dew point.</summary>
        public required double? DewPointCelsius { get; init; }

        /// <summary>Air pressure; 799 means that or less, 1,201 that or more.</summary>
        public required int? PressureHectopascals { get; init; }

        /// <summary>Where the pressure goes.</summary>
        public required AisTendency? PressureTendency { get; init; }

        /// <summary>How far one sees.</summary>
        public required double? VisibilityNauticalMiles { get; init; }

        /// <summary>Whether one sees farther than can be measured.</summary>
        public required bool IsVisibilityGreater { get; init; }

        /// <summary>The water level above chart datum.</summary>
        public required double? WaterLevelMeters { get; init; }

        /// <summary>Where the water level goes.</summary>
        public required AisTendency? WaterLevelTendency { get; init; }

        /// <summary>The current at the surface and at two depths.</summary>
        public required ImmutableArray<AisCurrent> Currents { get; init; }

        /// <summary>Waves.</summary>
        public required AisWaves Waves { get; init; }

        /// <summary>Swell.</summary>
        public required AisWaves Swell { get; init; }

        /// <summary>The sea state, 0 to 12.</summary>
        public required int? SeaState { get; init; }

        /// <summary>Water temperature.</summary>
        public required double? WaterTemperatureCelsius { get; init; }

        /// <summary>What falls, 0 to 6 as coded.</summary>
        public required int? Precipitation { get; init; }

        /// <summary>Salinity.</summary>
        public required double? SalinityPermille { get; init; }

        /// <summary>Whether there is ice.</summary>
        public required bool? HasIce { get; init; }
    }
}
