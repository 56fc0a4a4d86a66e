using Orleans.Serialization.Cloning;
using Twin.Model;
using Twin.Model.Places;

namespace Twin.Grains.Serialization;

/// <summary>How a place that was refused travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class RefusedPlaceConverter
    : ShallowCopier<RefusedPlace>, IConverter<RefusedPlace, RefusedPlaceConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in RefusedPlace value) =>
        new(
            value.Index,
            value.Id,
            value.Refusal);

    public RefusedPlace ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.Index,
            surrogate.Id,
            surrogate.Refusal);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] int Index,
        [property: Id(1)] PlaceId Id,
        [property: Id(2)] Refusal Refusal);
}
