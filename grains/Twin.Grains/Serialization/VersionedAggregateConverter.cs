using Orleans.Serialization.Cloning;
using Twin.Model.Dimensions;
using Twin.Model.Indicators;
using Twin.Model.Rollups;
using Twin.Model.Time;

namespace Twin.Grains.Serialization;

/// <summary>How an aggregate with its version travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class VersionedAggregateConverter
    : ShallowCopier<VersionedAggregate>, IConverter<VersionedAggregate, VersionedAggregateConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in VersionedAggregate value) =>
        new(
            value.Indicator,
            value.Period,
            value.Aggregate,
            value.Version,
            value.Breakdown,
            value.Contents);

    public VersionedAggregate ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.Indicator,
            surrogate.Period,
            surrogate.Aggregate,
            surrogate.Version,
            surrogate.Breakdown,
            surrogate.Contents);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] IndicatorCode Indicator,
        [property: Id(1)] TimePeriod Period,
        [property: Id(2)] Aggregate Aggregate,
        [property: Id(3)] long Version,
        [property: Id(4)] Breakdown Breakdown,
        [property: Id(5)] AggregateContents? Contents);
}
