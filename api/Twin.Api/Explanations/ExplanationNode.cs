using Twin.Model.Boundaries;
using Twin.Model.Indicators;
using Twin.Model.Rollups;

namespace Twin.Api.Explanations;

/// <summary>
/// A figure of the tree while the tree is being made. For one request; each node is opened by one call.
/// </summary>
/// <param name="question">Which figure it is.</param>
/// <param name="indicator">Its indicator.</param>
/// <param name="share">How much of it belongs to the figure above; <c>null</c> for all.</param>
internal sealed class ExplanationNode(FigureQuestion question, Indicator indicator, UnitShare? share = null)
{
    /// <summary>Which figure it is.</summary>
    public FigureQuestion Question { get; } = question;

    /// <summary>Its indicator.</summary>
    public Indicator Indicator { get; } = indicator;

    /// <summary>How much of it belongs to the figure above; <c>null</c> for all.</summary>
    public UnitShare? Share { get; } = share;

    /// <summary>Its place in the index above; <c>null</c> where that is none.</summary>
    public CompositeComponent? Component { get; init; }

    /// <summary>Whether the figure is there already, and need not be looked up.</summary>
    public bool IsFilled { get; init; }

    /// <summary>The figure; without data until it is known.</summary>
    public Rollup Figure { get; set; } = new(
        question.Unit, question.Indicator, question.Period, null, null, null, 0, 0, 0, null, 0, question.Breakdown);

    /// <summary>How it came onto its boundaries; <c>null</c> on those of the period.</summary>
    public RebasingNote? Note { get; set; }

    /// <summary>What it was made of.</summary>
    public ExplanationHow How { get; private set; }

    /// <summary>The figures that it was made from.</summary>
    public IReadOnlyList<ExplanationNode> Parts { get; private set; } = [];

    /// <summary>What the unit itself reported for it.</summary>
    public ReportTrail Trail { get; private set; } = ReportTrail.Empty;

    /// <summary>Notes what it was made of.</summary>
    public void Open(ExplanationHow how, IReadOnlyList<ExplanationNode> parts, ReportTrail? trail = null)
    {
        (How, Parts, Trail) = (how, parts, trail ?? ReportTrail.Empty);
    }
}
