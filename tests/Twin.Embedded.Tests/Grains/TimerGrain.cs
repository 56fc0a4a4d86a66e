using System.Globalization;
using Orleans;
using Orleans.Runtime;

namespace Twin.Embedded.Tests.Grains;

internal sealed class TimerGrain(Probe probe) : Grain, ITimerGrain
{
    private IGrainTimer? _timer;
    private int _ticks;

    public Task Start(
        string name,
        TimeSpan dueTime,
        TimeSpan period,
        bool gated = false,
        bool interleave = false,
        bool keepAlive = false)
    {
        _timer = this.RegisterGrainTimer(
            Tick,
            (name, gated),
            new GrainTimerCreationOptions(dueTime, period) { Interleave = interleave, KeepAlive = keepAlive });
        return Task.CompletedTask;
    }

    public Task ChangeTo(TimeSpan dueTime, TimeSpan period)
    {
        _timer?.Change(dueTime, period);
        return Task.CompletedTask;
    }

    public Task StopTicking()
    {
        _timer?.Dispose();
        return Task.CompletedTask;
    }

    public Task StartFailing(string name, TimeSpan period)
    {
        _timer = this.RegisterGrainTimer(
            () =>
            {
                probe.Write(Next(name));
                throw new ScriptException(name);
            },
            period,
            period);
        return Task.CompletedTask;
    }

    public Task StartOutside() =>
        Task.Run(() => this.RegisterGrainTimer(() => Task.CompletedTask, TimeSpan.Zero, TimeSpan.Zero));

    public Task Settle() => Task.CompletedTask;

    public async Task Pass(string name)
    {
        probe.Write($"{name} begins");
        await probe.GateAsync(name);
        probe.Write($"{name} ends");
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        probe.Write("deactivated");
        return Task.CompletedTask;
    }

    private async Task Tick((string Name, bool Gated) state, CancellationToken cancellationToken)
    {
        var tick = Next(state.Name);
        probe.Write(tick);
        if (state.Gated)
        {
            await probe.GateAsync(tick).WaitAsync(cancellationToken);
            probe.Write($"{tick} ends");
        }
    }

    private string Next(string name) => string.Create(CultureInfo.InvariantCulture, $"{name} {++_ticks}");
}
