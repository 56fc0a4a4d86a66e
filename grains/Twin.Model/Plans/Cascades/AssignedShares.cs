namespace Twin.Model.Plans.Cascades;

/// <summary>The payload of an entry of the city's journal that gives shares of a target to units.</summary>
/// <param name="Target">The id of the target.</param>
/// <param name="Method">How it was divided, for whoever reads the journal.</param>
/// <param name="Shares">The shares.</param>
internal sealed record AssignedShares(string Target, string? Method, IReadOnlyList<AssignedShare>? Shares);
