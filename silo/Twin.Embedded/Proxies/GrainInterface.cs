using Twin.Embedded.Activations;

namespace Twin.Embedded.Proxies;

/// <summary>A grain interface with the emitted class of its references.</summary>
/// <param name="Type">The interface.</param>
/// <param name="CreateReference">Makes a reference to the grain of a class and key.</param>
internal sealed record GrainInterface(Type Type, Func<GrainClass, string, GrainReference> CreateReference);
