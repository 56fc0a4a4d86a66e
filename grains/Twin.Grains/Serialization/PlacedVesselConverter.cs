using Orleans.Serialization.Cloning;
using Twin.Model.Vessels;

namespace Twin.Grains.Serialization;

/// <summary>How a vessel travels with its place.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class PlacedVesselConverter
    : ShallowCopier<PlacedVessel>, IConverter<PlacedVessel, PlacedVesselConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in PlacedVessel value) =>
        new(
            value.Vessel,
            value.Last);

    public PlacedVessel ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.Vessel,
            surrogate.Last);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] Vessel Vessel,
        [property: Id(1)] PositionReport Last);
}
