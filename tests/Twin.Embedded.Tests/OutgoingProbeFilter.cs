using Orleans;

namespace Twin.Embedded.Tests;

/// <summary>Writes down what is sent, and sends once more what failed.</summary>
internal sealed class OutgoingProbeFilter(Probe probe) : IOutgoingGrainCallFilter
{
    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        probe.Write($"out {context.SourceContext?.GrainId.ToString() ?? "outside"} -> {context.TargetId}");
        try
        {
            await context.Invoke();
        }
        catch (Grains.ScriptException)
        {
            probe.Write("out again");
            await context.Invoke();
        }

        if (context.Result is string result)
        {
            context.Result = $"{result}?";
        }
    }
}
