using Orleans.Serialization.Cloning;
using Twin.Model.Places;

namespace Twin.Grains.Serialization;

/// <summary>How a geometry travels: as its bytes.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class PlaceGeometryConverter
    : ShallowCopier<PlaceGeometry>, IConverter<PlaceGeometry, PlaceGeometryConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in PlaceGeometry value) =>
        new(
            ToBytes(value.Wkb));

    public PlaceGeometry ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.Wkb);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] byte[] Wkb);

    private static byte[] ToBytes(ReadOnlyMemory<byte> wkb) => wkb.ToArray();
}
