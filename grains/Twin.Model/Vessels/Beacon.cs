namespace Twin.Model.Vessels;

/// <summary>A device on board that reports positions.</summary>
/// <param name="Feed">The feed that its reports come by, which its operator runs.</param>
/// <param name="OnBoard">From when to when it is on board.</param>
public sealed record Beacon(string Feed, Validity OnBoard);
