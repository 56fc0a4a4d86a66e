using Orleans;
using Orleans.Runtime;

namespace Twin.Embedded.Tests.Grains;

internal sealed class LedgerGrain(
    Probe probe,
    [PersistentState("words", "Default")] IPersistentState<List<string>> words,
    [PersistentState("")] IPersistentState<List<string>> others) : Grain, ILedgerGrain
{
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        probe.Write($"{this.GetPrimaryKeyString()} starts with {Text(words)}");
        return Task.CompletedTask;
    }

    public Task<string> Words() => Task.FromResult(Text(words));

    public Task<string> OtherWords() => Task.FromResult(Text(others));

    public Task Add(string word) => AddTo(words, word);

    public Task AddOther(string word) => AddTo(others, word);

    public Task AddInterleaving(string word)
    {
        var write = AddTo(words, word);
        probe.Write($"{word} added");
        return write;
    }

    public Task AddAfterAskingForTheWrite(string word)
    {
        var write = words.WriteStateAsync();
        words.State = [.. words.State, word];
        return write;
    }

    public Task AddAt(string key, string word) => GrainFactory.GetGrain<ILedgerGrain>(key).Add(word);

    public Task Clear() => words.ClearStateAsync();

    public Task Reload() => words.ReadStateAsync();

    public Task<bool> IsStored() => Task.FromResult(words.RecordExists);

    public async Task AddCancelled(string word)
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        words.State = [.. words.State, word];
        await words.WriteStateAsync(source.Token);
    }

    public Task Misuse() => Task.Run(() => words.State = []);

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        probe.Write($"{this.GetPrimaryKeyString()} deactivated: {reason.ReasonCode}");
        return Task.CompletedTask;
    }

    private static Task AddTo(IPersistentState<List<string>> state, string word)
    {
        state.State = [.. state.State, word];
        return state.WriteStateAsync();
    }

    private static string Text(IPersistentState<List<string>> state) => string.Join(' ', state.State);
}
