using Twin.Model.Boundaries;
using Twin.Model.Rollups;

namespace Twin.Api.Statistics;

/// <summary>The figure of a unit for one indicator and period, with all that makes it checkable.</summary>
internal record FigureAnswer
{
    /// <summary>Makes the answer of a figure.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="asOf">The instant that it was asked for; <c>null</c> for now.</param>
    /// <param name="now">Now.</param>
    /// <param name="rebasing">How it came onto other boundaries; <c>null</c> on those of then.</param>
    public FigureAnswer(Rollup figure, DateTimeOffset? asOf, DateTimeOffset now, RebasingNote? rebasing = null)
    {
        Unit = figure.Unit.Value;
        Indicator = figure.Indicator.Value;
        Period = figure.Period.ToString();
        Breakdown = figure.Breakdown.IsNone ? null : figure.Breakdown.ToString();
        Value = figure.Value;
        Numerator = figure.Numerator;
        Denominator = figure.Denominator;
        Coverage = new CoverageAnswer(
            figure.Expected,
            figure.Reported,
            figure.Expected == 0 ? null : (double)figure.Reported / figure.Expected);
        Demo = figure.Demo > 0;
        DemoReported = figure.Demo;
        OldestResultTime = figure.OldestResultTime;
        AgeSeconds = figure.OldestResultTime is { } oldest
            ? Math.Max(0, (long)((asOf ?? now) - oldest).TotalSeconds)
            : null;
        Version = figure.Version;
        AsOf = asOf;
        Rebasing = rebasing is null ? null : new RebasingAnswer(rebasing);
    }

    /// <summary>The unit's code.</summary>
    public string Unit { get; }

    /// <summary>The indicator's code.</summary>
    public string Indicator { get; }

    /// <summary>The SDMX time period.</summary>
    public string Period { get; }

    /// <summary>The part of the total that it is of, such as SIZE_CLASS=15-24; null for the total.</summary>
    public string? Breakdown { get; }

    /// <summary>The value in the indicator's unit of measure; null without data or denominator.</summary>
    public double? Value { get; }

    /// <summary>What the value was made from; null without data.</summary>
    public double? Numerator { get; }

    /// <summary>The other part of it; null without data or for a plain value.</summary>
    public double? Denominator { get; }

    /// <summary>How many of those who should have reported did.</summary>
    public CoverageAnswer Coverage { get; }

    /// <summary>Whether demonstration data is in the figure.</summary>
    public bool Demo { get; }

    /// <summary>How many units reported demonstration data.</summary>
    public int DemoReported { get; }

    /// <summary>The oldest result time in the figure; null without data.</summary>
    public DateTimeOffset? OldestResultTime { get; }

    /// <summary>How old that is, now or at <c>asOf</c>; null without data.</summary>
    public long? AgeSeconds { get; }

    /// <summary>Grows with every change of the figure.</summary>
    public long Version { get; }

    /// <summary>The instant that was asked for; null for now.</summary>
    public DateTimeOffset? AsOf { get; }

    /// <summary>How it came onto the boundaries that were asked for; null on those of the period.</summary>
    public RebasingAnswer? Rebasing { get; }
}
