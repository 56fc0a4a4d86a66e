using Orleans;

namespace Twin.Embedded.Tests.Grains;

/// <summary>Filters the calls to itself: writes them down, and refuses one text.</summary>
internal sealed class FilteredGrain(Probe probe) : Grain, IFilteredGrain, IIncomingGrainCallFilter
{
    public Task<string> Echo(string text, int number) =>
        Task.FromResult(FormattableString.Invariant($"{text} {number}"));

    public ValueTask<int> Value() => ValueTask.FromResult(1);

    public Task Fail() => Task.FromException(new ScriptException("It fails."));

    public Task EchoOneWay(string text)
    {
        probe.Write($"one way {text}");
        return Task.CompletedTask;
    }

    public Task<string> EchoAt(string key, string text) => GrainFactory.GetGrain<IFilteredGrain>(key).Echo(text, 0);

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        probe.Write($"grain's {context.ImplementationMethod.Name}");
        if (context.Request.GetArgumentCount() > 0 && context.Request.GetArgument(0) is "forbidden")
        {
            throw new ScriptException("It is forbidden.");
        }

        await context.Invoke();
    }
}
