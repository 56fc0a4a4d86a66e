using System.Collections.Immutable;
using Orleans.Serialization.Cloning;
using Twin.Model.Vessels;

namespace Twin.Grains.Serialization;

/// <summary>How what a shard tells a cell travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class CellUpdateConverter
    : ShallowCopier<CellUpdate>, IConverter<CellUpdate, CellUpdateConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in CellUpdate value) =>
        new(
            value.Shard,
            value.Epoch,
            value.From,
            value.To,
            value.Entered,
            value.Left);

    public CellUpdate ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.Shard,
            surrogate.Epoch,
            surrogate.From,
            surrogate.To,
            surrogate.Entered,
            surrogate.Left);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] int Shard,
        [property: Id(1)] long Epoch,
        [property: Id(2)] long? From,
        [property: Id(3)] long To,
        [property: Id(4)] ImmutableArray<PlacedVessel> Entered,
        [property: Id(5)] ImmutableArray<VesselId> Left);
}
