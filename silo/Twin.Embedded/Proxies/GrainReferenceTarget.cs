using Twin.Embedded.Activations;

namespace Twin.Embedded.Proxies;

/// <summary>What all references of one interface to grains of one class share.</summary>
internal sealed record GrainReferenceTarget(GrainClass Class, GrainMethod[] Methods);
