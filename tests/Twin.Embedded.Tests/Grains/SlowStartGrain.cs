using Orleans;

namespace Twin.Embedded.Tests.Grains;

internal sealed class SlowStartGrain(Probe probe, ScopedThing thing) : Grain, ISlowStartGrain
{
    private int _incarnation;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var key = this.GetPrimaryKeyString();
        probe.Write($"{key} activates");
        _incarnation = probe.Journal.Count(entry => entry.Equals($"{key} activates", StringComparison.Ordinal));
        await probe.GateAsync($"activation of {key}").WaitAsync(cancellationToken);
        if (key.StartsWith("failing", StringComparison.Ordinal) && _incarnation == 1)
        {
            throw new FormatException($"{thing.GetType().Name} of {key}");
        }
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        var key = this.GetPrimaryKeyString();
        probe.Write($"{key} deactivates");
        await probe.GateAsync($"deactivation of {key}");
        if (key.StartsWith("failing", StringComparison.Ordinal))
        {
            throw new FormatException(key);
        }

        probe.Write($"{key} deactivated");
    }

    public async Task Pass(string name)
    {
        await probe.GateAsync(name);
        probe.Write(name);
    }

    public Task PassInterleaving(string name) => Pass(name);

    public Task<int> Incarnation() => Task.FromResult(_incarnation);

    public Task Note(string name)
    {
        probe.Write(name);
        return Task.CompletedTask;
    }

    public Task EndSoon()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}
