using Orleans.Serialization.Cloning;
using Twin.Model.Places;

namespace Twin.Grains.Serialization;

/// <summary>How an entry of a place's trail travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class PlaceChangeConverter
    : ShallowCopier<PlaceChange>, IConverter<PlaceChange, PlaceChangeConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in PlaceChange value) =>
        new(
            value.Revision,
            value.Action,
            value.By,
            value.At,
            value.Reason,
            value.Day,
            value.Before);

    public PlaceChange ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.Revision,
            surrogate.Action,
            surrogate.By,
            surrogate.At,
            surrogate.Reason,
            surrogate.Day,
            surrogate.Before);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] long Revision,
        [property: Id(1)] PlaceAction Action,
        [property: Id(2)] string By,
        [property: Id(3)] DateTimeOffset At,
        [property: Id(4)] string Reason,
        [property: Id(5)] DateOnly Day,
        [property: Id(6)] Place? Before);
}
