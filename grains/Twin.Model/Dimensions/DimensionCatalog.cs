using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Twin.Model.Dimensions;

/// <summary>
/// The dimensions of a city with their code lists. Immutable and safe for any number of threads.
/// </summary>
public sealed class DimensionCatalog
{
    /// <summary>A city that breaks nothing down.</summary>
    public static readonly DimensionCatalog Empty = new([]);

    private readonly FrozenDictionary<string, Dimension> _dimensions;
    private readonly FrozenDictionary<string, FrozenDictionary<string, CodeListItem>> _members;

    /// <summary>Makes a catalogue; throws when a code stands twice.</summary>
    public DimensionCatalog(IEnumerable<Dimension> dimensions)
    {
        Items = [.. dimensions.OrderBy(dimension => dimension.Code, StringComparer.Ordinal)];
        _dimensions = Items.ToFrozenDictionary(dimension => dimension.Code, StringComparer.Ordinal);
        _members = Items.ToFrozenDictionary(
            dimension => dimension.Code,
            dimension => dimension.Members.ToFrozenDictionary(member => member.Code, StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    /// <summary>The dimensions in the order of their codes.</summary>
    public ImmutableArray<Dimension> Items { get; }

    /// <summary>The dimension of a code; <c>false</c> for one that is not in the catalogue.</summary>
    public bool TryGet(string code, [NotNullWhen(true)] out Dimension? dimension) =>
        _dimensions.TryGetValue(code, out dimension);

    /// <summary>The member of a dimension; <c>false</c> when either is not in the catalogue.</summary>
    public bool TryGetMember(string dimension, string code, [NotNullWhen(true)] out CodeListItem? member)
    {
        member = null;
        return _members.TryGetValue(dimension, out var members) && members.TryGetValue(code, out member);
    }
}
