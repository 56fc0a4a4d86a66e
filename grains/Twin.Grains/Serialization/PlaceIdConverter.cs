using Orleans.Serialization.Cloning;
using Twin.Model.Places;

namespace Twin.Grains.Serialization;

/// <summary>A place's id travels as its text.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class PlaceIdConverter
    : ShallowCopier<PlaceId>, IConverter<PlaceId, PlaceIdConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in PlaceId value) => new(value.Value);

    public PlaceId ConvertFromSurrogate(in Surrogate surrogate) =>
        PlaceId.TryParse(surrogate.Value, out var id) ? id : default;

    [GenerateSerializer]
    internal readonly record struct Surrogate([property: Id(0)] string Value);
}
