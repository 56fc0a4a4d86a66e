using Orleans.Serialization.Cloning;
using Twin.Model.Vessels;

namespace Twin.Grains.Serialization;

/// <summary>How what clocks show travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class ContactReadingConverter
    : ShallowCopier<ContactReading>, IConverter<ContactReading, ContactReadingConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in ContactReading value) =>
        new(
            value.State,
            value.Silence);

    public ContactReading ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.State,
            surrogate.Silence);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] ContactState State,
        [property: Id(1)] TimeSpan Silence);
}
