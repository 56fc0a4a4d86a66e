using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Twin.Model.Boundaries;

/// <summary>One thing that happens to units. Which members it needs depends on <see cref="Op"/>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record BoundaryOperation
{
    /// <summary>
    /// <c>merge</c>, <c>split</c>, <c>rename</c>, <c>reparent</c>, <c>recode</c>, <c>abolishTier</c> or
    /// <c>introduceTier</c>.
    /// </summary>
    public string? Op { get; init; }

    /// <summary>merge: the units that become one; split: the one that becomes several.</summary>
    public ImmutableArray<string> From { get; init; }

    /// <summary>merge: the one unit; split and introduceTier: the units. Each new, or one that stands.</summary>
    public ImmutableArray<BoundaryUnit> Into { get; init; }

    /// <summary>rename, reparent, recode: the unit.</summary>
    public string? Unit { get; init; }

    /// <summary>recode: its new code.</summary>
    public string? Code { get; init; }

    /// <summary>reparent: the unit above it from then on.</summary>
    public string? UpperUnit { get; init; }

    /// <summary>abolishTier: the level that ends; what is below goes to what is above.</summary>
    public string? Level { get; init; }

    /// <summary>rename: the new Vietnamese name.</summary>
    public string? NameVi { get; init; }

    /// <summary>rename: the new English name.</summary>
    public string? NameEn { get; init; }

    /// <summary>rename: the new word for this kind of unit.</summary>
    public string? KindVi { get; init; }
}
