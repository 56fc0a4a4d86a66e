using System.Collections.Immutable;
using Orleans.Serialization.Cloning;
using Twin.Model.Rollups;
using Twin.Model.Units;

namespace Twin.Grains.Serialization;

/// <summary>How a change of figures travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class RollupChangeConverter
    : ShallowCopier<RollupChange>, IConverter<RollupChange, RollupChangeConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in RollupChange value) => new(value.Unit, value.Changes, value.Total);

    public RollupChange ConvertFromSurrogate(in Surrogate surrogate) =>
        new(surrogate.Unit, surrogate.Changes, surrogate.Total);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] AdministrativeUnitCode Unit,
        [property: Id(1)] ImmutableArray<Rollup> Changes,
        [property: Id(2)] int Total);
}
