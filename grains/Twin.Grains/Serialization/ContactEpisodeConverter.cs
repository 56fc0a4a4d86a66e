using Orleans.Serialization.Cloning;
using Twin.Model.Space;
using Twin.Model.Vessels;

namespace Twin.Grains.Serialization;

/// <summary>How an episode travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class ContactEpisodeConverter
    : ShallowCopier<ContactEpisode>, IConverter<ContactEpisode, ContactEpisodeConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in ContactEpisode value) =>
        new(
            value.LastHeard,
            value.HeardAgain,
            value.Where,
            value.Silence,
            value.IsLong);

    public ContactEpisode ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.LastHeard,
            surrogate.HeardAgain,
            surrogate.Where,
            surrogate.Silence,
            surrogate.IsLong);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] DateTimeOffset LastHeard,
        [property: Id(1)] DateTimeOffset? HeardAgain,
        [property: Id(2)] GeoPosition Where,
        [property: Id(3)] TimeSpan Silence,
        [property: Id(4)] bool IsLong);
}
