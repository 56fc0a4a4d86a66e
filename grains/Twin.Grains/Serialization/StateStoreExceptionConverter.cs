using Orleans.Serialization.Cloning;
using Twin.Model.States;

namespace Twin.Grains.Serialization;

/// <summary>
/// How it travels that a store has failed: as its message. What caused it stays in the logs of the silo where it
/// happened.
/// </summary>
[RegisterConverter, RegisterCopier]
internal sealed class StateStoreExceptionConverter
    : ShallowCopier<StateStoreException>,
      IConverter<StateStoreException, StateStoreExceptionConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in StateStoreException value) => new(value.Message);

    public StateStoreException ConvertFromSurrogate(in Surrogate surrogate) => new(surrogate.Message);

    [GenerateSerializer]
    internal readonly record struct Surrogate([property: Id(0)] string Message);
}
