using Orleans;
using Orleans.Runtime;

namespace Twin.Embedded.Tests.Grains;

[GrainType("stray")]
internal sealed class StraysGrain([PersistentState("words", "Nowhere")] IPersistentState<List<string>> words)
    : Grain, IStraysGrain
{
    public Task Touch() => words.WriteStateAsync();
}
