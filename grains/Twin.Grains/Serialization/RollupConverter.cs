using Orleans.Serialization.Cloning;
using Twin.Model.Dimensions;
using Twin.Model.Indicators;
using Twin.Model.Rollups;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Grains.Serialization;

/// <summary>How a figure travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class RollupConverter : ShallowCopier<Rollup>, IConverter<Rollup, RollupConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in Rollup value) =>
        new(
            value.Unit,
            value.Indicator,
            value.Period,
            value.Value,
            value.Numerator,
            value.Denominator,
            value.Expected,
            value.Reported,
            value.Demo,
            value.OldestResultTime,
            value.Version,
            value.Breakdown);

    public Rollup ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.Unit,
            surrogate.Indicator,
            surrogate.Period,
            surrogate.Value,
            surrogate.Numerator,
            surrogate.Denominator,
            surrogate.Expected,
            surrogate.Reported,
            surrogate.Demo,
            surrogate.OldestResultTime,
            surrogate.Version,
            surrogate.Breakdown);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] AdministrativeUnitCode Unit,
        [property: Id(1)] IndicatorCode Indicator,
        [property: Id(2)] TimePeriod Period,
        [property: Id(3)] double? Value,
        [property: Id(4)] double? Numerator,
        [property: Id(5)] double? Denominator,
        [property: Id(6)] int Expected,
        [property: Id(7)] int Reported,
        [property: Id(8)] int Demo,
        [property: Id(9)] DateTimeOffset? OldestResultTime,
        [property: Id(10)] long Version,
        [property: Id(11)] Breakdown Breakdown);
}
