using System.Collections.Immutable;
using Orleans.Serialization.Cloning;
using Twin.Model.Places;

namespace Twin.Grains.Serialization;

/// <summary>How many places travel.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class PlaceReplacementConverter
    : ShallowCopier<PlaceReplacement>, IConverter<PlaceReplacement, PlaceReplacementConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in PlaceReplacement value) =>
        new(
            value.Layer,
            value.Places,
            value.By,
            value.Reason,
            value.EndMissingOn,
            value.IsDryRun);

    public PlaceReplacement ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.Layer,
            surrogate.Places,
            surrogate.By,
            surrogate.Reason,
            surrogate.EndMissingOn,
            surrogate.IsDryRun);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] PlaceLayer Layer,
        [property: Id(1)] ImmutableArray<Place> Places,
        [property: Id(2)] string By,
        [property: Id(3)] string Reason,
        [property: Id(4)] DateOnly? EndMissingOn,
        [property: Id(5)] bool IsDryRun);
}
