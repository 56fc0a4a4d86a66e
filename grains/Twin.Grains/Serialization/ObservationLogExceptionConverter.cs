using Orleans.Serialization.Cloning;
using Twin.Model.Observations;

namespace Twin.Grains.Serialization;

/// <summary>
/// How the log's refusal travels: as its message. What caused it stays in the logs of the silo where it happened.
/// </summary>
[RegisterConverter, RegisterCopier]
internal sealed class ObservationLogExceptionConverter
    : ShallowCopier<ObservationLogException>,
      IConverter<ObservationLogException, ObservationLogExceptionConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in ObservationLogException value) => new(value.Message);

    public ObservationLogException ConvertFromSurrogate(in Surrogate surrogate) => new(surrogate.Message);

    [GenerateSerializer]
    internal readonly record struct Surrogate([property: Id(0)] string Message);
}
