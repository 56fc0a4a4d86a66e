using Orleans.Serialization.Cloning;
using Twin.Model.Dimensions;
using Twin.Model.Indicators;
using Twin.Model.Rollups;
using Twin.Model.Time;

namespace Twin.Grains.Serialization;

/// <summary>How a part of a derived figure travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class DerivedInputConverter
    : ShallowCopier<DerivedInput>, IConverter<DerivedInput, DerivedInputConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in DerivedInput value) =>
        new(
            value.Indicator,
            value.Period,
            value.Breakdown,
            value.Figure,
            value.Version,
            value.Component,
            value.IsIndex);

    public DerivedInput ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.Indicator,
            surrogate.Period,
            surrogate.Breakdown,
            surrogate.Figure,
            surrogate.Version,
            surrogate.Component,
            surrogate.IsIndex);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] IndicatorCode Indicator,
        [property: Id(1)] TimePeriod Period,
        [property: Id(2)] Breakdown Breakdown,
        [property: Id(3)] Rollup? Figure,
        [property: Id(4)] long Version,
        [property: Id(5)] CompositeComponent? Component,
        [property: Id(6)] bool IsIndex);
}
