using Orleans.Serialization.Cloning;
using Twin.Model.Time;

namespace Twin.Grains.Serialization;

/// <summary>A time period travels as its key.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class TimePeriodConverter
    : ShallowCopier<TimePeriod>, IConverter<TimePeriod, TimePeriodConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in TimePeriod value) => new(value.Key);

    public TimePeriod ConvertFromSurrogate(in Surrogate surrogate) =>
        TimePeriod.TryFromKey(surrogate.Key, out var period) ? period : default;

    [GenerateSerializer]
    internal readonly record struct Surrogate([property: Id(0)] int Key);
}
