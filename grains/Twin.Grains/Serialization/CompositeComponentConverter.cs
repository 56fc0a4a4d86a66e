using Orleans.Serialization.Cloning;
using Twin.Model.Indicators;

namespace Twin.Grains.Serialization;

/// <summary>How a component of an index travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class CompositeComponentConverter
    : ShallowCopier<CompositeComponent>, IConverter<CompositeComponent, CompositeComponentConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in CompositeComponent value) =>
        new(
            value.Indicator,
            value.Weight,
            value.Normalization,
            value.Low,
            value.High,
            value.Take,
            value.Version,
            value.ValidFrom,
            value.ValidTo,
            value.IsOfficial,
            value.Note);

    public CompositeComponent ConvertFromSurrogate(in Surrogate surrogate) =>
        new()
        {
            Indicator = surrogate.Indicator,
            Weight = surrogate.Weight,
            Normalization = surrogate.Normalization,
            Low = surrogate.Low,
            High = surrogate.High,
            Take = surrogate.Take,
            Version = surrogate.Version,
            ValidFrom = surrogate.ValidFrom,
            ValidTo = surrogate.ValidTo,
            IsOfficial = surrogate.IsOfficial,
            Note = surrogate.Note,
        };

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] IndicatorCode Indicator,
        [property: Id(1)] double Weight,
        [property: Id(2)] ComponentNormalization Normalization,
        [property: Id(3)] double Low,
        [property: Id(4)] double High,
        [property: Id(5)] ComponentPeriod Take,
        [property: Id(6)] string Version,
        [property: Id(7)] DateOnly ValidFrom,
        [property: Id(8)] DateOnly? ValidTo,
        [property: Id(9)] bool IsOfficial,
        [property: Id(10)] string? Note);
}
