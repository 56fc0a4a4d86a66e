using System.Collections.Immutable;
using Orleans.Serialization.Cloning;
using Twin.Model.Rollups;

namespace Twin.Grains.Serialization;

/// <summary>How what an aggregate was made from travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class AggregateContentsConverter
    : ShallowCopier<AggregateContents>, IConverter<AggregateContents, AggregateContentsConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in AggregateContents value) => new(value.Values, value.Present, value.Absent);

    public AggregateContents ConvertFromSurrogate(in Surrogate surrogate) => surrogate.Values.IsEmpty
        ? AggregateContents.OfMembers(surrogate.Present, surrogate.Absent)
        : AggregateContents.OfValues(surrogate.Values);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] ImmutableArray<double> Values,
        [property: Id(1)] ImmutableArray<string> Present,
        [property: Id(2)] ImmutableArray<string> Absent);
}
