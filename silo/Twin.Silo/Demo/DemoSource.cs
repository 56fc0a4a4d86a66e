using System.Collections.Immutable;
using Twin.Model.Demo;

namespace Twin.Silo.Demo;

/// <summary>What demonstration observations are made from.</summary>
/// <param name="Profiles">How each indicator runs; empty where the dataset has none.</param>
internal sealed record DemoSource(ImmutableArray<DemoProfile> Profiles);
