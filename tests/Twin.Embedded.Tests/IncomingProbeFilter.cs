using Orleans;

namespace Twin.Embedded.Tests;

/// <summary>Writes down what arrives, and does with it as its first argument says.</summary>
internal sealed class IncomingProbeFilter(Probe probe, IGrainFactory factory) : IIncomingGrainCallFilter
{
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        Assert.NotNull(factory);
        var source = context.SourceId?.ToString() ?? "outside";
        probe.Write($"in {source} -> {context.TargetId} {context.MethodName}");
        switch (context.Request.GetArgumentCount() > 0 ? context.Request.GetArgument(0) : null)
        {
            case "answer for it":
                context.Result = "answered";
                return;
            case "change it":
                context.Request.SetArgument(0, "changed");
                break;
        }

        await context.Invoke();
        if (context.Result is string result)
        {
            context.Result = $"{result}!";
        }
    }
}
