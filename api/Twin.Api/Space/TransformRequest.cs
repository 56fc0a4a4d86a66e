namespace Twin.Api.Space;

/// <summary>Positions to be carried from one reference system to another.</summary>
internal sealed record TransformRequest
{
    /// <summary>The URI of the system that the positions are in; CRS84 by default.</summary>
    public string? From { get; init; }

    /// <summary>The URI of the system wanted; CRS84 by default.</summary>
    public string? To { get; init; }

    /// <summary>Pairs of numbers, each in the order of the axes of its system; 1 to 2,000.</summary>
    public IReadOnlyList<IReadOnlyList<double>?>? Positions { get; init; }
}
