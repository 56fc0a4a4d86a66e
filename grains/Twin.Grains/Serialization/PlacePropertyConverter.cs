using Orleans.Serialization.Cloning;
using Twin.Model.Places;

namespace Twin.Grains.Serialization;

/// <summary>How a property of a place travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class PlacePropertyConverter
    : ShallowCopier<PlaceProperty>, IConverter<PlaceProperty, PlacePropertyConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in PlaceProperty value) =>
        new(
            value.Name,
            value.Text);

    public PlaceProperty ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.Name,
            surrogate.Text);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] string Name,
        [property: Id(1)] string Text);
}
