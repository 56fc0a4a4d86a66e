using Orleans.Serialization.Cloning;
using Twin.Model.Duties;

namespace Twin.Grains.Serialization;

/// <summary>How a count of reports travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class DutyTallyConverter : ShallowCopier<DutyTally>, IConverter<DutyTally, DutyTallyConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in DutyTally value) =>
        new(
            value.OnTime,
            value.Late,
            value.Missing,
            value.Early,
            value.Pending,
            value.Corrected,
            value.Returned,
            value.Waived);

    public DutyTally ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.OnTime,
            surrogate.Late,
            surrogate.Missing,
            surrogate.Early,
            surrogate.Pending,
            surrogate.Corrected,
            surrogate.Returned,
            surrogate.Waived);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] int OnTime,
        [property: Id(1)] int Late,
        [property: Id(2)] int Missing,
        [property: Id(3)] int Early,
        [property: Id(4)] int Pending,
        [property: Id(5)] int Corrected,
        [property: Id(6)] int Returned,
        [property: Id(7)] int Waived);
}
