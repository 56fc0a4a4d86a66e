using Orleans.Serialization.Cloning;
using Twin.Model.Rollups;

namespace Twin.Grains.Serialization;

/// <summary>How an aggregate travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class AggregateConverter : ShallowCopier<Aggregate>, IConverter<Aggregate, AggregateConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in Aggregate value) =>
        new(
            value.Numerator,
            value.Denominator,
            value.Reported,
            value.Demo,
            value.OldestUnixMilliseconds);

    public Aggregate ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.Numerator,
            surrogate.Denominator,
            surrogate.Reported,
            surrogate.Demo,
            surrogate.OldestUnixMilliseconds);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] double Numerator,
        [property: Id(1)] double Denominator,
        [property: Id(2)] int Reported,
        [property: Id(3)] int Demo,
        [property: Id(4)] long OldestUnixMilliseconds);
}
