using System.Collections.Immutable;

namespace Twin.Model.Places;

/// <summary>What places of one layer are like. Immutable.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Id">Its id in paths, such as <c>sites</c>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Description">What it holds.</param>
public sealed record PlaceSchema(PlaceLayer Layer, string Id, string Title, string Description)
{
    /// <summary>The kinds of place.</summary>
    public required ImmutableArray<PlaceKind> Kinds { get; init; }

    /// <summary>The kinds of geometry that its places may have.</summary>
    public required ImmutableArray<PlaceGeometryKind> Geometries { get; init; }

    /// <summary>The properties beyond those that all places have.</summary>
    public required ImmutableArray<PlacePropertyDefinition> Properties { get; init; }

    /// <summary>The property of that name, or <c>null</c>.</summary>
    public PlacePropertyDefinition? Find(string name) =>
        Properties.FirstOrDefault(one => one.Name.Equals(name, StringComparison.Ordinal));

    /// <summary>The kind of that code, or <c>null</c>.</summary>
    public PlaceKind? KindOf(string code) =>
        Kinds.FirstOrDefault(one => one.Code.Equals(code, StringComparison.Ordinal));
}
