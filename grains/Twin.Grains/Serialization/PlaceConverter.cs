using System.Collections.Immutable;
using Orleans.Serialization.Cloning;
using Twin.Model.Places;

namespace Twin.Grains.Serialization;

/// <summary>How a version of a place travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class PlaceConverter
    : ShallowCopier<Place>, IConverter<Place, PlaceConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in Place value) =>
        new(
            value.Layer,
            value.Id,
            value.NameVi,
            value.NameEn,
            value.Kind,
            value.Geometry,
            value.Properties,
            value.ValidFrom,
            value.ValidTo,
            value.IsDemo);

    public Place ConvertFromSurrogate(in Surrogate surrogate) =>
        new()
        {
            Layer = surrogate.Layer,
            Id = surrogate.Id,
            NameVi = surrogate.NameVi,
            NameEn = surrogate.NameEn,
            Kind = surrogate.Kind,
            Geometry = surrogate.Geometry,
            Properties = surrogate.Properties,
            ValidFrom = surrogate.ValidFrom,
            ValidTo = surrogate.ValidTo,
            IsDemo = surrogate.IsDemo,
        };

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] PlaceLayer Layer,
        [property: Id(1)] PlaceId Id,
        [property: Id(2)] string NameVi,
        [property: Id(3)] string? NameEn,
        [property: Id(4)] string Kind,
        [property: Id(5)] PlaceGeometry Geometry,
        [property: Id(6)] ImmutableArray<PlaceProperty> Properties,
        [property: Id(7)] DateOnly ValidFrom,
        [property: Id(8)] DateOnly? ValidTo,
        [property: Id(9)] bool IsDemo);
}
