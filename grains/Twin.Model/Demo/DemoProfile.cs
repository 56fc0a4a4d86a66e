using Twin.Model.Indicators;

namespace Twin.Model.Demo;

/// <summary>
/// How the demonstration values of one indicator run: the figure of the whole city at three instants, between which it
/// follows an S-curve, and how the units that report it differ.
/// </summary>
public sealed record DemoProfile
{
    /// <summary>The indicator.</summary>
    public required IndicatorCode Indicator { get; init; }

    /// <summary>The city's value at the first period, in the indicator's unit of measure.</summary>
    public required double First { get; init; }

    /// <summary>The city's value a year in, at the plan's due date.</summary>
    public required double AtDue { get; init; }

    /// <summary>The city's value at the last period.</summary>
    public required double Last { get; init; }

    /// <summary>The denominator, or weight, of a unit of ten thousand inhabitants; 0 for a plain value.</summary>
    public required double DenominatorPerTenThousand { get; init; }

    /// <summary>The part of the denominator that every unit has, whatever its size.</summary>
    public double DenominatorFixed { get; init; }

    /// <summary>How far units differ: the standard deviation of their log-odds.</summary>
    public required double Spread { get; init; }

    /// <summary>How far one period differs from the next by chance: the standard deviation of the log-odds.</summary>
    public required double Noise { get; init; }

    /// <summary>
    /// How much the denominator swings with the year: 0.2 is a fifth less at Tết and more at the year's end.
    /// </summary>
    public double Season { get; init; }

    /// <summary>
    /// The dimension by whose members units report parts and no total; <c>null</c> where they report the total. Of
    /// ratios alone.
    /// </summary>
    public string? Dimension { get; init; }

    /// <summary>How far the parts of a unit differ: the standard deviation of their log-odds.</summary>
    public double DimensionSpread { get; init; }
}
