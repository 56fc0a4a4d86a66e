using Orleans.Serialization.Cloning;
using Twin.Model.Vessels;

namespace Twin.Grains.Serialization;

/// <summary>An MMSI travels as its number.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class MmsiConverter : ShallowCopier<Mmsi>, IConverter<Mmsi, MmsiConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in Mmsi value) => new(value.Value);

    public Mmsi ConvertFromSurrogate(in Surrogate surrogate) =>
        Mmsi.TryCreate(surrogate.Value, out var mmsi) ? mmsi : default;

    [GenerateSerializer]
    internal readonly record struct Surrogate([property: Id(0)] uint Value);
}
