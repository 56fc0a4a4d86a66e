using System.Diagnostics.CodeAnalysis;
using Orleans.Runtime;
using Twin.Embedded.Activations;

namespace Orleans;

/// <summary>
/// Base class of grains. The host runs one turn of an activation at a time, so a grain needs no locks; fields may
/// change across an <see langword="await"/> only where a method or the class allows interleaving.
/// </summary>
public abstract class Grain : IGrainBase, IAddressable
{
    /// <summary>Only the host constructs grains: the activation comes from the turn that constructs them.</summary>
    /// <exception cref="InvalidOperationException">Constructed by anything but the host.</exception>
    protected Grain()
    {
        Activation = Activation.Current ?? throw new InvalidOperationException(
            $"{GetType()} was constructed outside of the grain host; get it by IGrainFactory.GetGrain.");
    }

    /// <inheritdoc/>
    public IGrainContext GrainContext => Activation;

    /// <summary>Makes references to other grains.</summary>
    protected IGrainFactory GrainFactory => Activation.GrainFactory;

    /// <summary>Services scoped to this activation.</summary>
    protected internal IServiceProvider ServiceProvider => Activation.ActivationServices;

    internal Activation Activation { get; }

    /// <inheritdoc cref="IGrainBase.OnActivateAsync"/>
    [SuppressMessage("Naming", "CA1725", Justification = "The names are Orleans', and named arguments must compile.")]
    public virtual Task OnActivateAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc cref="IGrainBase.OnDeactivateAsync"/>
    [SuppressMessage("Naming", "CA1725", Justification = "The names are Orleans', and named arguments must compile.")]
    public virtual Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <summary>
    /// Deactivates this activation once the requests that run now have ended; the next call makes a new one.
    /// </summary>
    protected void DeactivateOnIdle() => GrainBaseExtensions.DeactivateOnIdle(this);
}
