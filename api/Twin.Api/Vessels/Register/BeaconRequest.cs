namespace Twin.Api.Vessels.Register;

/// <summary>A device on board that reports positions.</summary>
/// <param name="Feed">The feed that its reports come by.</param>
/// <param name="From">From when it is on board.</param>
/// <param name="Until">Until when; left out for no end.</param>
internal sealed record BeaconRequest(string? Feed = null, DateOnly? From = null, DateOnly? Until = null);
