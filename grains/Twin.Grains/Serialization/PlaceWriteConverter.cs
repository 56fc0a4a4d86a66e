using Orleans.Serialization.Cloning;
using Twin.Model.Places;

namespace Twin.Grains.Serialization;

/// <summary>How a wish to change a place travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class PlaceWriteConverter
    : ShallowCopier<PlaceWrite>, IConverter<PlaceWrite, PlaceWriteConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in PlaceWrite value) =>
        new(
            value.Place,
            value.By,
            value.Reason,
            value.Expected);

    public PlaceWrite ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.Place,
            surrogate.By,
            surrogate.Reason,
            surrogate.Expected);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] Place Place,
        [property: Id(1)] string By,
        [property: Id(2)] string Reason,
        [property: Id(3)] long? Expected);
}
