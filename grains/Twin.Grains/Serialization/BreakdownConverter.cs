using Orleans.Serialization.Cloning;
using Twin.Model.Dimensions;

namespace Twin.Grains.Serialization;

/// <summary>A breakdown travels as its text.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class BreakdownConverter
    : ShallowCopier<Breakdown>, IConverter<Breakdown, BreakdownConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in Breakdown value) => new(value.ToString());

    public Breakdown ConvertFromSurrogate(in Surrogate surrogate) =>
        Breakdown.TryParse(surrogate.Text, out var breakdown) ? breakdown : default;

    [GenerateSerializer]
    internal readonly record struct Surrogate([property: Id(0)] string Text);
}
