namespace Twin.Api.Operations;

/// <summary>Whether the twin answers.</summary>
/// <param name="IsReady">Whether it does.</param>
/// <param name="Detail">What it is doing.</param>
internal sealed record HealthReading(bool IsReady, string Detail);
