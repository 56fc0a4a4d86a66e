using System.Collections.Immutable;

namespace Twin.Api.Requests;

/// <summary>A query parameter that an endpoint takes: read by <see cref="QueryReader"/>, told by OpenAPI.</summary>
/// <param name="Name">The name.</param>
/// <param name="Description">What it does, its default and bounds.</param>
internal sealed record QueryParameter(string Name, string Description)
{
    /// <summary>Whether it must be there.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether it is a whole number.</summary>
    public bool IsInteger { get; init; }

    /// <summary>The format in OpenAPI, such as <c>date</c>.</summary>
    public string? Format { get; init; }

    /// <summary>The values that it can take, where they are few.</summary>
    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>An example.</summary>
    public string? Example { get; init; }
}
