using Microsoft.Extensions.Options;
using Twin.Api.Hosting;
using Twin.Api.Statistics;
using Twin.Grains.Units;
using Twin.Model;
using Twin.Model.Boundaries;
using Twin.Model.Dimensions;
using Twin.Model.Indicators;
using Twin.Model.Observations;
using Twin.Model.Units;

namespace Twin.Api.Explanations;

/// <summary>
/// Takes figures apart, level by level: into those of the units below, the finer parts, the units of then and their
/// shares, down to what was reported. The tree of the period's last day says what is below, whatever its depth.
/// </summary>
internal sealed class Explainer(
    CityDefinition city,
    BoundaryFlows flows,
    RebasedFigures rebased,
    IGrainFactory grains,
    IObservationLog log,
    IOptions<TwinApiOptions> options)
{
    /// <summary>The most levels that one request opens.</summary>
    public const int MaxDepth = 6;

    // Each figure that is opened reads its unit's log. What is not opened any more carries the link that does it.
    private const int MaxOpened = 300;

    // Shares are products of a few factors; what they miss a whole by is rounding.
    private const double ShareTolerance = 1e-9;

    /// <summary>The tree of a figure, so many levels deep.</summary>
    public async Task<ExplanationNode> ExplainAsync(
        FigureQuestion question, Indicator indicator, int depth, CancellationToken cancellationToken)
    {
        var root = new ExplanationNode(question, indicator);
        await FillAsync([root], cancellationToken);
        IReadOnlyList<ExplanationNode> edge = [root];
        var room = MaxOpened;
        for (var level = 0; level < depth && edge.Count > 0 && room > 0; level++)
        {
            var opened = edge.Take(room).ToArray();
            room -= opened.Length;
            await FanOut.AskAsync(
                opened, options.Value.MaxGrainCalls, node => OpenAsync(node, cancellationToken), cancellationToken);
            edge = [.. opened.SelectMany(node => node.Parts)];
            await FillAsync(edge, cancellationToken);
        }

        return root;
    }

    private static IEnumerable<UnitShare> PiecesOf(
        BoundaryFlow flow, AdministrativeUnitCode unit, Indicator indicator) =>
        flow.Into(unit).Where(share => flow.Source.Find(share.Unit)?.Level == indicator.ReportingLevel);

    private async Task<bool> OpenAsync(ExplanationNode node, CancellationToken cancellationToken)
    {
        if (node.Indicator.Derivation is not null)
        {
            await OpenDerivedAsync(node, cancellationToken);
            return true;
        }

        if (node.Question.Boundaries is { } boundaries)
        {
            if (node.Question.Breakdown.IsNone) // Parts alone are not asked for on other boundaries.
            {
                OpenRebased(node, boundaries);
            }

            return true;
        }

        var (question, indicator) = (node.Question, node.Indicator);
        ExplanationNode[] below =
        [
            .. city.Tree.On(question.Period.End).ChildrenOf(question.Unit)
                .Where(child => CountExpected(indicator, child.Code, question.Period.End) > 0)
                .Select(child => new ExplanationNode(question with { Unit = child.Code }, indicator)),
        ];
        var trail = indicator.IsDerived
            ? ReportTrail.Empty
            : await ReportTrail.ReadAsync(log, question, cancellationToken);
        if (below.Length > 0)
        {
            node.Open(ExplanationHow.Units, below, trail);
        }
        else if (indicator.IsDerived)
        {
            node.Open(ExplanationHow.Duties, []);
        }
        else
        {
            var parts = trail.HasValue ? [] : await FinerAsync(question, indicator);
            node.Open(parts.Length > 0 ? ExplanationHow.Parts : ExplanationHow.Report, parts, trail);
        }

        return true;
    }

    /// <summary>Into the unit's own figures of which it was worked out.</summary>
    private async Task OpenDerivedAsync(ExplanationNode node, CancellationToken cancellationToken)
    {
        var question = node.Question;
        var inputs = question.Boundaries is { } boundaries
            ? await rebased.InputsAsync(
                question.Unit, node.Indicator, question.Period, boundaries, question.AsOf, cancellationToken)
            : await Unit(question.Unit).GetInputs(
                question.Indicator, question.Period, question.AsOf, question.Breakdown);
        var parts = new List<ExplanationNode>();
        foreach (var input in inputs)
        {
            if (!city.Indicators.TryGet(input.Indicator, out var indicator))
            {
                continue;
            }

            var asked = question with
            {
                Indicator = input.Indicator,
                Period = input.Figure?.Period ?? input.Period,
                Breakdown = input.Breakdown,
            };
            var part = new ExplanationNode(asked, indicator) { Component = input.Component, IsFilled = true };
            part.Figure = input.Figure ?? part.Figure;
            parts.Add(part);
        }

        node.Open(ExplanationHow.Inputs, parts);
    }

    /// <summary>
    /// What a unit reported in place of a total or a coarser part: its parts along the first dimension that it has
    /// any of, as the roll-up takes them.
    /// </summary>
    private async Task<ExplanationNode[]> FinerAsync(FigureQuestion question, Indicator indicator)
    {
        if (indicator.Dimensions.IsEmpty)
        {
            return [];
        }

        var parts = await Unit(question.Unit).GetBreakdowns(question.Indicator, question.Period, question.AsOf);
        foreach (var dimension in indicator.Dimensions)
        {
            var finer = parts.Where(part => part.Reported > 0 && IsFiner(part.Breakdown, question.Breakdown, dimension))
                .Select(part => new ExplanationNode(question with { Breakdown = part.Breakdown }, indicator)).ToArray();
            if (finer.Length > 0)
            {
                return finer;
            }
        }

        return [];
    }

    private static bool IsFiner(Breakdown part, Breakdown whole, string dimension) =>
        part.MemberOf(dimension) is not null && part.Without(dimension) == whole;

    /// <summary>By the units below on the boundaries wanted; at the last of these by the units of then.</summary>
    private void OpenRebased(ExplanationNode node, Boundaries boundaries)
    {
        var (question, indicator) = (node.Question, node.Indicator);
        var flow = flows.Between(question.Period.End, boundaries.Date, boundaries.Weight);
        var pieces = PiecesOf(flow, question.Unit, indicator).ToArray();
        var below = flow.Target.ChildrenOf(question.Unit)
            .Where(child => PiecesOf(flow, child.Code, indicator).Any()).ToArray();
        var shares = below.SelectMany(child => PiecesOf(flow, child.Code, indicator))
            .GroupBy(share => share.Unit).ToDictionary(group => group.Key, group => group.Sum(share => share.Share));
        var isWholeBelow = below.Length > 0 && pieces.All(
            piece => Math.Abs(shares.GetValueOrDefault(piece.Unit) - piece.Share) <= ShareTolerance);
        if (isWholeBelow)
        {
            node.Open(
                ExplanationHow.Units,
                [.. below.Select(child => new ExplanationNode(question with { Unit = child.Code }, indicator))]);
        }
        else
        {
            node.Open(
                ExplanationHow.Shares,
                [
                    .. pieces.Select(piece => new ExplanationNode(
                        question with { Unit = piece.Unit, Boundaries = null }, indicator, piece)),
                ]);
        }
    }

    private int CountExpected(Indicator indicator, AdministrativeUnitCode unit, DateOnly date) => indicator.IsDerived
        ? city.Duties.CountUnits(unit, date, city.Tree)
        : city.Tree.On(date).CountAtLevel(unit, indicator.ReportingLevel);

    /// <summary>Looks up the figures of nodes.</summary>
    private async Task FillAsync(IReadOnlyList<ExplanationNode> nodes, CancellationToken cancellationToken)
    {
        var plain = nodes.Where(node => node is { Question.Boundaries: null, IsFilled: false }).ToArray();
        var figures = await FanOut.AskAsync(
            plain,
            options.Value.MaxGrainCalls,
            node => Unit(node.Question.Unit).GetRollup(
                node.Question.Indicator, node.Question.Period, node.Question.AsOf, node.Question.Breakdown),
            cancellationToken);
        for (var i = 0; i < plain.Length; i++)
        {
            plain[i].Figure = figures[i] ?? plain[i].Figure;
        }

        // One request asks on one day's boundaries; what differs is the unit.
        foreach (var group in nodes.Where(
            node => node is { Question.Boundaries: not null, IsFilled: false })
            .GroupBy(node => node.Question with { Unit = default }))
        {
            var same = group.ToArray();
            var made = await rebased.OfPeriodAsync(
                [.. same.Select(node => node.Question.Unit)],
                same[0].Indicator,
                group.Key.Period,
                group.Key.Boundaries!, // Filtered above.
                group.Key.AsOf,
                cancellationToken);
            for (var i = 0; i < same.Length; i++)
            {
                (same[i].Figure, same[i].Note) = (made[i].Figure, made[i].Note);
            }
        }
    }

    private IAdministrativeUnitGrain Unit(AdministrativeUnitCode code) =>
        grains.GetGrain<IAdministrativeUnitGrain>(code.Value);
}
