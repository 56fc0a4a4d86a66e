using System.Collections.Immutable;
using Orleans.Serialization.Cloning;
using Twin.Model.Places;

namespace Twin.Grains.Serialization;

/// <summary>How a place on all days travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class PlaceHistoryConverter
    : ShallowCopier<PlaceHistory>, IConverter<PlaceHistory, PlaceHistoryConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in PlaceHistory value) =>
        new(
            value.Id,
            value.Revision,
            value.Versions,
            value.Changes);

    public PlaceHistory ConvertFromSurrogate(in Surrogate surrogate) =>
        new()
        {
            Id = surrogate.Id,
            Revision = surrogate.Revision,
            Versions = surrogate.Versions,
            Changes = surrogate.Changes,
        };

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] PlaceId Id,
        [property: Id(1)] long Revision,
        [property: Id(2)] ImmutableArray<Place> Versions,
        [property: Id(3)] ImmutableArray<PlaceChange> Changes);
}
