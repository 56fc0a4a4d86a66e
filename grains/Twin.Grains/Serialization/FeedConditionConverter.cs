using System.Collections.Immutable;
using Orleans.Serialization.Cloning;
using Twin.Model.Vessels;

namespace Twin.Grains.Serialization;

/// <summary>How the condition of a feed travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class FeedConditionConverter
    : ShallowCopier<FeedCondition>, IConverter<FeedCondition, FeedConditionConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in FeedCondition value) =>
        new(
            value.Feed,
            value.Outages,
            value.LastSeen);

    public FeedCondition ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.Feed,
            surrogate.Outages)
        {
            LastSeen = surrogate.LastSeen,
        };

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] string Feed,
        [property: Id(1)] ImmutableArray<FeedOutage> Outages,
        [property: Id(2)] DateTimeOffset? LastSeen);
}
