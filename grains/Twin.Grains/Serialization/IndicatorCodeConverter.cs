using Orleans.Serialization.Cloning;
using Twin.Model.Indicators;

namespace Twin.Grains.Serialization;

/// <summary>An indicator's code travels as its text.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class IndicatorCodeConverter
    : ShallowCopier<IndicatorCode>, IConverter<IndicatorCode, IndicatorCodeConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in IndicatorCode value) => new(value.Value);

    public IndicatorCode ConvertFromSurrogate(in Surrogate surrogate) =>
        IndicatorCode.TryParse(surrogate.Value, out var code) ? code : default;

    [GenerateSerializer]
    internal readonly record struct Surrogate([property: Id(0)] string Value);
}
