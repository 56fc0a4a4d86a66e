using System.Collections.Immutable;
using Orleans.Serialization.Cloning;
using Twin.Model.Places;

namespace Twin.Grains.Serialization;

/// <summary>How what became of many places travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class PlaceReplacementOutcomeConverter
    : ShallowCopier<PlaceReplacementOutcome>,
        IConverter<PlaceReplacementOutcome, PlaceReplacementOutcomeConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in PlaceReplacementOutcome value) =>
        new(
            value.Added,
            value.Changed,
            value.Unchanged,
            value.Ended,
            value.Refused);

    public PlaceReplacementOutcome ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.Added,
            surrogate.Changed,
            surrogate.Unchanged,
            surrogate.Ended,
            surrogate.Refused);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] int Added,
        [property: Id(1)] int Changed,
        [property: Id(2)] int Unchanged,
        [property: Id(3)] int Ended,
        [property: Id(4)] ImmutableArray<RefusedPlace> Refused);
}
