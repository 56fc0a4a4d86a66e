namespace Twin.Embedded.Calls;

/// <summary>The result of a call that has none.</summary>
internal readonly record struct NoResult;
