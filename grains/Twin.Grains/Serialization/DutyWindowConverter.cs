using Orleans.Serialization.Cloning;
using Twin.Model.Duties;
using Twin.Model.Time;

namespace Twin.Grains.Serialization;

/// <summary>How a window travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class DutyWindowConverter
    : ShallowCopier<DutyWindow>, IConverter<DutyWindow, DutyWindowConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in DutyWindow value) =>
        new(
            value.Cadence,
            value.Period);

    public DutyWindow ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.Cadence,
            surrogate.Period);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] ReportingCadence Cadence,
        [property: Id(1)] TimePeriod Period);
}
