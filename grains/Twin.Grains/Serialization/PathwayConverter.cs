using System.Collections.Immutable;
using Orleans.Serialization.Cloning;
using Twin.Model.Plans;

namespace Twin.Grains.Serialization;

/// <summary>How a path travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class PathwayConverter
    : ShallowCopier<Pathway>, IConverter<Pathway, PathwayConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in Pathway value) => new(value.Kind, value.Baseline, value.Steps);

    public Pathway ConvertFromSurrogate(in Surrogate surrogate) =>
        new(surrogate.Kind, surrogate.Baseline, surrogate.Steps);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] PathwayKind Kind,
        [property: Id(1)] PathwayPoint? Baseline,
        [property: Id(2)] ImmutableArray<PathwayPoint> Steps);
}
