using System.Collections.Immutable;

namespace Twin.Model.Dimensions;

/// <summary>A dimension (SDMX): by what figures may be broken down, with its code list.</summary>
public sealed record Dimension
{
    /// <summary>The most members of one code list.</summary>
    public const int MaxMembers = 10_000;

    /// <summary>The code, upper case, such as <c>SIZE_CLASS</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The Vietnamese name.</summary>
    public required string NameVi { get; init; }

    /// <summary>The English name.</summary>
    public required string NameEn { get; init; }

    /// <summary>The members, in the order in which people read them.</summary>
    public required ImmutableArray<CodeListItem> Members { get; init; }
}
