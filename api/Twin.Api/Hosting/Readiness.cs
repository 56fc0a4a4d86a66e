namespace Twin.Api.Hosting;

/// <summary>Whether the silo can answer.</summary>
/// <param name="IsReady">Whether it can.</param>
/// <param name="Detail">What it is doing, in one English sentence: "Rebuilding roll-ups, 40 %."</param>
public sealed record Readiness(bool IsReady, string Detail)
{
    /// <summary>It can.</summary>
    public static readonly Readiness Ready = new(true, "Ready.");

    /// <summary>It can no longer: it has been told to stop.</summary>
    public static readonly Readiness Stopping = new(false, "Stopping: requests under way are finished.");
}
