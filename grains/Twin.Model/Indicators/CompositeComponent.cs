namespace Twin.Model.Indicators;

/// <summary>One indicator within a weighted index, in one version of it.</summary>
public sealed record CompositeComponent
{
    /// <summary>The indicator; it may be an index itself.</summary>
    public required IndicatorCode Indicator { get; init; }

    /// <summary>Its weight, or the most points that it can bring; 0 for one that is shown and not counted.</summary>
    public required double Weight { get; init; }

    /// <summary>How its value becomes a score.</summary>
    public required ComponentNormalization Normalization { get; init; }

    /// <summary>The value of score 0, where values are stretched between two.</summary>
    public double Low { get; init; }

    /// <summary>The value of score 1; it may lie below <see cref="Low"/> where less is better.</summary>
    public double High { get; init; } = 1;

    /// <summary>Which figure of its own counts for a period of the index that is longer.</summary>
    public ComponentPeriod Take { get; init; }

    /// <summary>The version that the row belongs to, such as the number of a decision.</summary>
    public required string Version { get; init; }

    /// <summary>The first day on which it is in force.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last day; <c>null</c> while it is in force.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Whether component and weight are those of the document; otherwise they are our approximation.</summary>
    public bool IsOfficial { get; init; }

    /// <summary>Where it comes from, or how it was approximated.</summary>
    public string? Note { get; init; }

    /// <summary>The score of a value.</summary>
    public double ScoreOf(double value) => Normalization switch
    {
        ComponentNormalization.MinMax => Math.Clamp((value - Low) / (High - Low), 0, 1),
        ComponentNormalization.TargetRatio => Math.Clamp(value / High, 0, 1),
        _ => value,
    };
}
