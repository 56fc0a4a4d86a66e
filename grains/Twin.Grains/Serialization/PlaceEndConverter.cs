using Orleans.Serialization.Cloning;
using Twin.Model.Places;

namespace Twin.Grains.Serialization;

/// <summary>How a wish to end a place travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class PlaceEndConverter
    : ShallowCopier<PlaceEnd>, IConverter<PlaceEnd, PlaceEndConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in PlaceEnd value) =>
        new(
            value.Layer,
            value.Id,
            value.Day,
            value.By,
            value.Reason,
            value.Expected);

    public PlaceEnd ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.Layer,
            surrogate.Id,
            surrogate.Day,
            surrogate.By,
            surrogate.Reason,
            surrogate.Expected);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] PlaceLayer Layer,
        [property: Id(1)] PlaceId Id,
        [property: Id(2)] DateOnly Day,
        [property: Id(3)] string By,
        [property: Id(4)] string Reason,
        [property: Id(5)] long? Expected);
}
