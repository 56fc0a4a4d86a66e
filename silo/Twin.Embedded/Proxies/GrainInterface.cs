namespace Twin.Embedded.Proxies;

/// <summary>A grain interface with the emitted class of its references.</summary>
/// <param name="Type">The interface.</param>
/// <param name="Methods">Its methods, by the number that emitted code calls them by.</param>
/// <param name="CreateReference">Makes a reference to the grain of a class and key.</param>
internal sealed record GrainInterface(
    Type Type,
    GrainMethod[] Methods,
    Func<GrainReferenceTarget, string, GrainReference> CreateReference);
