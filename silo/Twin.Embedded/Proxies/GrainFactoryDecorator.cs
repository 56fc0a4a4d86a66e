using Orleans;

namespace Twin.Embedded.Proxies;

/// <summary>
/// Stands between callers, grains among them, and the references that they call. A simulation puts its network there.
/// </summary>
/// <param name="inner">The host's own factory.</param>
internal delegate IGrainFactory GrainFactoryDecorator(IGrainFactory inner);
