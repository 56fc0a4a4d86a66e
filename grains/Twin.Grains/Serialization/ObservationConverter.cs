using Orleans.Serialization.Cloning;
using Twin.Model.Dimensions;
using Twin.Model.Indicators;
using Twin.Model.Observations;
using Twin.Model.Time;

namespace Twin.Grains.Serialization;

/// <summary>How an observation travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class ObservationConverter
    : ShallowCopier<Observation>, IConverter<Observation, ObservationConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in Observation value) =>
        new(
            value.Indicator,
            value.Period,
            value.Value,
            value.Denominator,
            value.Status,
            value.ResultTime,
            value.Source,
            value.Breakdown,
            value.Notes);

    public Observation ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.Indicator,
            surrogate.Period,
            surrogate.Value,
            surrogate.Denominator,
            surrogate.Status,
            surrogate.ResultTime,
            surrogate.Source,
            surrogate.Breakdown,
            surrogate.Notes);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] IndicatorCode Indicator,
        [property: Id(1)] TimePeriod Period,
        [property: Id(2)] double Value,
        [property: Id(3)] double? Denominator,
        [property: Id(4)] ObservationStatus Status,
        [property: Id(5)] DateTimeOffset ResultTime,
        [property: Id(6)] string Source,
        [property: Id(7)] Breakdown Breakdown,
        [property: Id(8)] ObservationNotes? Notes);
}
