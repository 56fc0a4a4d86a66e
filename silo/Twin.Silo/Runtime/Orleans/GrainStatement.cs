namespace Twin.Silo.Runtime.Orleans;

/// <summary>A statement that Orleans asks for.</summary>
/// <param name="Key">The key by which it does.</param>
/// <param name="Text">The SQL.</param>
internal sealed record GrainStatement(string Key, string Text);
