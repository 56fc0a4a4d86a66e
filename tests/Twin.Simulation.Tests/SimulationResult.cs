using System.Globalization;
using System.Reflection;

namespace Twin.Simulation.Tests;

/// <summary>How a world ended.</summary>
/// <param name="Seed">What it was made from.</param>
/// <param name="Failure">The first invariant that did not hold; <c>null</c> when all did.</param>
/// <param name="TraceHash">The hash of everything that happened, in order.</param>
/// <param name="TraceLength">How many lines that is.</param>
/// <param name="Acknowledged">How many observations were acknowledged.</param>
/// <param name="Faults">How often each kind of fault happened.</param>
/// <param name="LastLines">The end of the trace.</param>
internal sealed record SimulationResult(
    int Seed,
    string? Failure,
    string TraceHash,
    int TraceLength,
    int Acknowledged,
    IReadOnlyList<int> Faults,
    IReadOnlyList<string> LastLines)
{
    /// <summary>What a failed test prints: the seed, the commit and the way to see it again.</summary>
    public string Report()
    {
        var commit = typeof(SimulationResult).Assembly
            .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        var seed = Seed.ToString(CultureInfo.InvariantCulture);
        return $"""
            Seed {seed}, commit {commit ?? "unknown"}: {Failure}
            Again: {Seeds.Variable}={seed}-{seed} dotnet test tests/Twin.Simulation.Tests
            Trace {TraceHash}, the last of {TraceLength.ToString(CultureInfo.InvariantCulture)} lines:
            {string.Join('\n', LastLines)}
            """;
    }
}
