using Orleans.Runtime;
using Twin.Model.Observations;

namespace Twin.Simulation.Tests.Workload;

/// <summary>What those outside of the silo make of a failed call.</summary>
internal static class Outcome
{
    /// <summary>Whether a call may fail like that while faults happen.</summary>
    public static bool IsExpected(Exception exception) => exception
        is ObservationLogException or OrleansException or TimeoutException or InvalidOperationException;
}
