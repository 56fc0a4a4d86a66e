using Twin.Api.Catalogues;
using Twin.Api.Lists;
using Twin.Api.Observations;
using Twin.Api.Statistics;
using Twin.Model;
using Twin.Model.Explanations;
using Twin.Model.Units;

namespace Twin.Api.Explanations;

/// <summary>A figure, how it was made, and the figures that it was made from.</summary>
internal sealed record ExplanationAnswer
{
    /// <summary>The Vietnamese name of its unit.</summary>
    public required string NameVi { get; init; }

    /// <summary>The English name.</summary>
    public required string NameEn { get; init; }

    /// <summary>The tier of its unit.</summary>
    public required AdministrativeLevel Level { get; init; }

    /// <summary>The figure, with coverage and age.</summary>
    public required FigureAnswer Figure { get; init; }

    /// <summary>What it was made of; closed where it was not opened: its link does that.</summary>
    public required ExplanationHow How { get; init; }

    /// <summary>The arithmetic with its numbers, in English.</summary>
    public required string FormulaEn { get; init; }

    /// <summary>The same in Vietnamese.</summary>
    public required string FormulaVi { get; init; }

    /// <summary>
    /// What it brings to the figure above, in its unit of measure: those of all parts add up to it. Null where parts
    /// do not add up, and at the top.
    /// </summary>
    public required double? Contribution { get; init; }

    /// <summary>Whether the figure above is this one's: the smallest or largest of all.</summary>
    public required bool Decides { get; init; }

    /// <summary>Its place in the index above; null where that is none.</summary>
    public required ComponentAnswer? Component { get; init; }

    /// <summary>Its score in the index above; null without a value, and where that is none.</summary>
    public required double? Score { get; init; }

    /// <summary>How much of it belongs to the figure above, where that is on other boundaries; else null.</summary>
    public required ShareAnswer? Share { get; init; }

    /// <summary>The figures that it was made from, by code; empty where it was reported or not opened.</summary>
    public required IReadOnlyList<ExplanationAnswer> Parts { get; init; }

    /// <summary>Codes of the units among them of which nothing was reported.</summary>
    public required IReadOnlyList<string> Silent { get; init; }

    /// <summary>
    /// What the unit itself reported for it, newest first; at most 50 and the one that stands.
    /// </summary>
    public required IReadOnlyList<ReportVersionAnswer> Versions { get; init; }

    /// <summary>How many versions there are.</summary>
    public required long VersionCount { get; init; }

    /// <summary>
    /// self opens it; history has every version; duties has the reports that a figure about reports counts.
    /// </summary>
    public required IReadOnlyList<LinkAnswer> Links { get; init; }

    /// <summary>Makes the answer of a tree.</summary>
    public static ExplanationAnswer Of(ExplanationNode root, CityDefinition city, DateTimeOffset now) =>
        Of(root, above: null, city, now);

    private static ExplanationAnswer Of(
        ExplanationNode node, ExplanationNode? above, CityDefinition city, DateTimeOffset now)
    {
        var (question, figure) = (node.Question, node.Figure);
        var unit = city.Tree.Find(question.Unit, question.Date)!; // It was found there, or is asked for by that tree.
        var formula = Formulas.Of(node.Indicator, figure, IsReported(node));
        return new ExplanationAnswer
        {
            NameVi = unit.NameVi,
            NameEn = unit.NameEn,
            Level = unit.Level,
            Figure = new FigureAnswer(figure, question.AsOf, now, node.Note),
            How = node.How,
            FormulaEn = formula.TextEn,
            FormulaVi = formula.TextVi,
            Contribution = above is null ? null : Contribute(node, above),
            Decides = above is not null
                && Twin.Model.Explanations.Contribution.Decides(above.Indicator, above.Figure, figure),
            Component = node.Component is { } component ? ComponentAnswer.Of(component) : null,
            Score = figure.Value is { } value ? node.Component?.ScoreOf(value) : null,
            Share = node.Share is { } share
                ? new ShareAnswer(share.Share, share.OtherShare, share.Method, share.Basis)
                : null,
            Parts = [.. node.Parts.Select(part => Of(part, node, city, now))],
            Silent = node.How is ExplanationHow.Inputs
                ? []
                : [.. node.Parts.Where(part => part.Figure.Reported == 0).Select(part => part.Question.Unit.Value)],
            Versions = [.. node.Trail.Versions.Select(version => Of(version, node.Trail))],
            VersionCount = node.Trail.Count,
            Links = LinksOf(node),
        };
    }

    private static ReportVersionAnswer Of(ReportVersion version, ReportTrail trail) => new(
        HistoryItemAnswer.Of(version.Logged, version.Place, version == trail.Standing),
        version.Replaces,
        version.HasStood);

    private static double? Contribute(ExplanationNode node, ExplanationNode above) => node.Component is { } component
        ? Twin.Model.Explanations.Contribution.OfComponent(above.Indicator, above.Figure, component, node.Figure)
        : Twin.Model.Explanations.Contribution.Of(
            above.Indicator, above.Figure, node.Figure, node.Share?.Share ?? 1);

    /// <summary>One unit's own figure reads the same whether it was opened or not.</summary>
    private static bool IsReported(ExplanationNode node) => node.Indicator.Derivation is null
        && (node.How is ExplanationHow.Report
            || (node.How is ExplanationHow.Closed && node.Figure is { Expected: <= 1, Reported: <= 1 }));

    private static List<LinkAnswer> LinksOf(ExplanationNode node)
    {
        var links = new List<LinkAnswer> { node.Question.ToSelf() };
        if (node.Trail.Count > 0)
        {
            links.Add(node.Question.ToHistory());
        }

        if (node.How is ExplanationHow.Duties)
        {
            links.Add(node.Question.ToDuties());
        }

        return links;
    }
}
