using Twin.Model.Indicators;

namespace Twin.Api.Catalogues;

/// <summary>A component of an index, in one version of it.</summary>
internal sealed record ComponentAnswer
{
    /// <summary>The code of the indicator.</summary>
    public required string Indicator { get; init; }

    /// <summary>Its weight, or the most points that it can bring.</summary>
    public required double Weight { get; init; }

    /// <summary>How its value becomes a score.</summary>
    public required ComponentNormalization Normalization { get; init; }

    /// <summary>The value of score 0; null where that is not stretched between two.</summary>
    public required double? Low { get; init; }

    /// <summary>The value of score 1; null where the value is the score.</summary>
    public required double? High { get; init; }

    /// <summary>Which figure counts for a longer period of the index.</summary>
    public required ComponentPeriod Take { get; init; }

    /// <summary>The version that it belongs to.</summary>
    public required string Version { get; init; }

    /// <summary>The first day on which it is in force.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last day; null while it is.</summary>
    public required DateOnly? ValidTo { get; init; }

    /// <summary>Whether it is as the document has it; otherwise it is an approximation.</summary>
    public required bool IsOfficial { get; init; }

    /// <summary>Where it comes from, or how it was approximated.</summary>
    public required string? Note { get; init; }

    /// <summary>Makes the answer of a component.</summary>
    public static ComponentAnswer Of(CompositeComponent component) => new()
    {
        Indicator = component.Indicator.Value,
        Weight = component.Weight,
        Normalization = component.Normalization,
        Low = component.Normalization == ComponentNormalization.MinMax ? component.Low : null,
        High = component.Normalization == ComponentNormalization.AsIs ? null : component.High,
        Take = component.Take,
        Version = component.Version,
        ValidFrom = component.ValidFrom,
        ValidTo = component.ValidTo,
        IsOfficial = component.IsOfficial,
        Note = component.Note,
    };
}
