using System.Globalization;
using Orleans;

namespace Twin.Embedded.Tests.Grains;

internal sealed class ScriptGrain(Probe probe) : Grain, IScriptGrain
{
    private static readonly AsyncLocal<string?> Local = new();

    private int _count;
    private Task? _background;

    public async Task Pass(string name)
    {
        probe.Write($"{name} begins");
        await probe.GateAsync(name);
        probe.Write($"{name} ends");
    }

    public Task PassInterleaving(string name) => Pass(name);

    public Task PassReading(string name) => Pass(name);

    public Task PassOneWay(string name) => Pass(name);

    public Task FailOneWay(string name) => throw new InvalidOperationException(name);

    public Task StartPassing(string name)
    {
        _background = Pass(name);
        return Task.CompletedTask;
    }

    public async Task Increment()
    {
        var before = _count;
        await Task.Yield();
        _count = before + 1;
    }

    public Task<int> Count() => Task.FromResult(_count);

    public async Task<string> Schedulers()
    {
        var first = TaskScheduler.Current;
        await Task.Yield();
        var second = TaskScheduler.Current;
        await Task.Run(() => { });
        var third = TaskScheduler.Current;
        var inside = await Task.Factory.StartNew(() => TaskScheduler.Current);
        return first != TaskScheduler.Default && first == second && second == third && third == inside
            ? "one"
            : $"{first} {second} {third} {inside}";
    }

    public Task LeaveAsyncLocal(string value)
    {
        Local.Value = value;
        return Task.CompletedTask;
    }

    public Task<string?> ReadAsyncLocal() => Task.FromResult(Local.Value);

    public async Task DeactivateWhenIdle(string name)
    {
        DeactivateOnIdle();
        await Pass(name);
    }

    public Task PassAt(string key, string name) => GrainFactory.GetGrain<IScriptGrain>(key).Pass(name);

    public Task PassThrough(string key, string name) =>
        GrainFactory.GetGrain<IScriptGrain>(key).PassAt(this.GetPrimaryKeyString(), name);

    public Task Block(string name)
    {
        probe.Write($"{name} begins");
        ((IAsyncResult)probe.GateAsync(name)).AsyncWaitHandle.WaitOne();
        return Task.CompletedTask;
    }

    public async Task YieldOn(int stopAfter)
    {
        for (var i = 0; i < stopAfter; i++)
        {
            await Task.Yield();
        }
    }

    public async Task Fail(string message)
    {
        await Task.Yield();
        throw new ScriptException(message);
    }

    public Task FailAtOnce(string message) => throw new ScriptException(message);

    public Task Cancel(CancellationToken cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);

    // Null unless the test has started a task before, which the compiler is told to overlook.
    public Task ReturnNull() => _background!;

    public async Task FanOut(string name, int width)
    {
        probe.Write($"{name} fans out");
        var others = Enumerable.Range(0, width)
            .Select(i => string.Create(CultureInfo.InvariantCulture, $"{name}/{i}"))
            .Select(key => GrainFactory.GetGrain<IScriptGrain>(key));
        var answers = await Task.WhenAll(others.Select(other => other.Count()));
        probe.Write($"{name} has {answers.Length.ToString(CultureInfo.InvariantCulture)} answers");
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        probe.Write($"{this.GetPrimaryKeyString()} deactivated: {reason.ReasonCode}");
        return _background is { IsFaulted: true } ? _background : Task.CompletedTask;
    }
}
