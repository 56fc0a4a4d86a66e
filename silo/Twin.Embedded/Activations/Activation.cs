using Orleans;
using Orleans.Runtime;

namespace Twin.Embedded.Activations;

internal sealed class Activation(string key, IGrainFactory factory, IServiceProvider services) : IGrainContext
{
    [ThreadStatic]
    private static Activation? t_current;

    public static Activation? Current => t_current;

    public string Key => key;

    public IGrainFactory GrainFactory => factory;

    public object? GrainInstance => null;

    public IServiceProvider ActivationServices => services;

    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default) =>
        t_current = null;
}
