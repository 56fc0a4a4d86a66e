namespace Twin.Architecture.Tests.Projects;

/// <summary>A reference to a project or a package.</summary>
/// <param name="Name">The name of the project or the package.</param>
/// <param name="Condition">The condition on it or on its group, or <c>null</c>.</param>
internal sealed record Reference(string Name, string? Condition);
