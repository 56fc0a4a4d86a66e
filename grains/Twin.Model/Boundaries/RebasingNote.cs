using System.Collections.Immutable;
using Twin.Model.Units;

namespace Twin.Model.Boundaries;

/// <summary>How a figure came onto the boundaries of another date, and how far it can be trusted.</summary>
public sealed record RebasingNote
{
    /// <summary>The day whose boundaries the figure is on.</summary>
    public required DateOnly Boundaries { get; init; }

    /// <summary>The least certain way in which a share in it was found.</summary>
    public required ShareMethod Method { get; init; }

    /// <summary>The weakest thing that a share in it rests on.</summary>
    public required ShareBasis Basis { get; init; }

    /// <summary>How many units with data the figure was made from.</summary>
    public required int Sources { get; init; }

    /// <summary>How many of those had to be divided.</summary>
    public required int DividedSources { get; init; }

    /// <summary>
    /// The share of the figure that came from divided units, 0 to 1: of a ratio's denominator, or of a sum.
    /// </summary>
    public required double DividedShare { get; init; }

    /// <summary>
    /// What the figure would differ by, typically, had area divided it and not people or the reverse, in the
    /// indicator's unit of measure; 0 where nothing was divided, <c>null</c> where there is only one way to divide.
    /// </summary>
    public required double? StandardError { get; init; }

    /// <summary>
    /// The least that the value can be, whatever the true shares are; <c>null</c> where there is none.
    /// </summary>
    public required double? Lower { get; init; }

    /// <summary>The most that it can be.</summary>
    public required double? Upper { get; init; }

    /// <summary>Units that belong to it by the successions, and of which nothing is known.</summary>
    public required ImmutableArray<AdministrativeUnitCode> Missing { get; init; }

    /// <summary>Why there is no value though there is data; <c>null</c> otherwise. A stable code.</summary>
    public required string? ReasonCode { get; init; }

    /// <summary>In words how it was made, or why it could not be, in English.</summary>
    public required string TextEn { get; init; }

    /// <summary>The same in Vietnamese.</summary>
    public required string TextVi { get; init; }
}
