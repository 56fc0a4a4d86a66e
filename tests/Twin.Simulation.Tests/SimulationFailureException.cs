namespace Twin.Simulation.Tests;

/// <summary>An invariant did not hold in a simulated world.</summary>
internal sealed class SimulationFailureException(string message) : Exception(message);
