using System.Reflection;

namespace Twin.Embedded.Hosting;

/// <summary>Assemblies of one registration that grains are looked for in.</summary>
internal sealed record GrainAssemblies(IReadOnlyList<Assembly> Assemblies);
