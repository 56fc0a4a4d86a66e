using Orleans.Serialization.Cloning;
using Twin.Model.Vessels;

namespace Twin.Grains.Serialization;

/// <summary>How an outage travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class FeedOutageConverter
    : ShallowCopier<FeedOutage>, IConverter<FeedOutage, FeedOutageConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in FeedOutage value) =>
        new(
            value.From,
            value.To);

    public FeedOutage ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.From,
            surrogate.To);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] DateTimeOffset From,
        [property: Id(1)] DateTimeOffset? To);
}
