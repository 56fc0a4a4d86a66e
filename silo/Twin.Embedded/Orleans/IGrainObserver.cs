using Orleans.Runtime;

namespace Orleans;

/// <summary>
/// Base of the interfaces of observers: objects that are no grains, and that grains call by a reference made with
/// <see cref="IGrainFactory.CreateObjectReference{TGrainObserverInterface}"/>.
/// </summary>
public interface IGrainObserver : IAddressable;
