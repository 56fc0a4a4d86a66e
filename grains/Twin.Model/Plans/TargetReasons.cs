using System.Diagnostics;
using Twin.Model.Indicators;
using Twin.Model.Time;

namespace Twin.Model.Plans;

/// <summary>Puts an assessment into words, in Vietnamese and English, with the numbers that led to it.</summary>
internal sealed class TargetReasons(ReasonWords words, Indicator indicator, TargetAssessment assessment)
{
    private const int MostDecimals = 9;
    private const int FirstPeriod = (int)PeriodFrequency.Annual;
    private const double Negligible = 1e-9; // In the indicator's unit of measure: what equal numbers differ by.

    private readonly Target _target = assessment.Target;
    private readonly string? _due = assessment.Target.DueDate is { } due ? words.Day(due) : null;

    public static TargetAssessment Explain(Indicator indicator, TargetAssessment assessment) => assessment with
    {
        ReasonEn = new TargetReasons(ReasonWords.English, indicator, assessment).Sentence(),
        ReasonVi = new TargetReasons(ReasonWords.Vietnamese, indicator, assessment).Sentence(),
    };

    private string Sentence() => (assessment.Status == TargetStatus.NoData ? NoData() : $"{Stands()}: {Verdict()}.")
        + (assessment.PartYear is { } part
            ? ReasonWords.Fill(words.PartYear, Number(part.Value), words.Name(part.Period))
            : string.Empty);

    private string NoData() => assessment switch
    {
        { Figure: { } figure } => ReasonWords.Fill(
            _target.Comparator == TargetComparator.Rank ? words.NoPlace : words.FirstFigure,
            Number(figure.Value),
            words.Name(figure.Period)),
        { PartYear: not null } => words.NoWholeYear,
        _ => words.NothingYet,
    };

    private string Stands()
    {
        var figure = assessment.Figure!; // Only without data is there none.
        var place = assessment.Place is { } held
            ? ReasonWords.Fill(words.StandsAt, held.Rank, held.Of)
            : string.Empty;
        var isOpen = _due is not null && assessment.Status is not (TargetStatus.Met or TargetStatus.Missed);
        return place + ReasonWords.Fill(words.Stands, Number(figure.Value), words.Name(figure.Period)) + Goal()
            + (isOpen ? ReasonWords.Fill(words.By, _due) : string.Empty);
    }

    private string Verdict() => assessment.Status switch
    {
        TargetStatus.Met when assessment.ShortAtDue is { } then =>
            ReasonWords.Fill(words.MetLate, _due, Number(then.Value), words.Name(then.Period)),
        TargetStatus.Met => words.Met,
        TargetStatus.Missed when assessment.Figure!.Period.End < _target.DueDate => // Missed, so there is a figure.
            ReasonWords.Fill(words.NotReported, _due),
        TargetStatus.Missed => Missing() + ReasonWords.Fill(words.AfterDue, _due),
        TargetStatus.OffTrack when _due is null => Missing(),
        TargetStatus.OnTrack or TargetStatus.AtRisk or TargetStatus.OffTrack => OnTheWay(),
        _ => throw new UnreachableException($"No words for {assessment.Status}."),
    };

    private string OnTheWay()
    {
        var path = assessment.Status switch
        {
            _ when assessment.ExpectedNow is null => words.NoPath,
            TargetStatus.OnTrack => words.OnPath,
            TargetStatus.AtRisk => words.AtRisk,
            _ => words.Behind,
        };
        return ReasonWords.Fill(path, Number(assessment.ExpectedNow))
            + (assessment is { RequiredPerPeriod: { } needed, Pace: { } periods }
                ? ReasonWords.Fill(words.Needed, Difference(needed), words.PeriodNames[(int)periods - FirstPeriod])
                : string.Empty);
    }

    // At exactly 30 % a target of more than 30 % is not met, and "short by 0 %" would explain nothing.
    private string Missing() => assessment.Gap switch
    {
        _ when _target.Comparator == TargetComparator.Improve => words.NotBetter,
        null or (> -Negligible and < Negligible) => words.Exactly,
        < 0 and var gap => ReasonWords.Fill(words.Short, Amount(-gap)),
        var gap => ReasonWords.Fill(words.Over, Amount(gap)),
    };

    private string Goal() => _target.Comparator switch
    {
        TargetComparator.AtLeast => $"≥ {Number(_target.Value)}",
        TargetComparator.Above => $"> {Number(_target.Value)}",
        TargetComparator.AtMost => $"≤ {Number(_target.Value)}",
        TargetComparator.Equal => $"= {Number(_target.Value)}",
        TargetComparator.Between => $"{Number(_target.Value)} – {Number(_target.ValueMax)}",
        TargetComparator.About => $"≈ {Number(_target.Value)}",
        TargetComparator.Improve => ReasonWords.Fill(
            words.BetterThan, Number(_target.Path.Baseline?.Value ?? assessment.Baseline?.Value)),
        TargetComparator.Rank => ReasonWords.Fill(words.FirstPlaces, _target.Value),
        _ => Number(_target.Value),
    };

    /// <summary>A gap: of a rank it is a number of places, without the indicator's unit.</summary>
    private string Amount(double? gap) => _target.Comparator == TargetComparator.Rank
        ? gap.GetValueOrDefault().ToString("0", words.Culture)
        : Difference(gap);

    private string Difference(double? value) => Number(value, words.PercentPoints);

    private string Number(double? value) => Number(value, words.Percent);

    /// <summary>
    /// One decimal more than the indicator shows, and more where rounding would hide the gap: 79.996 % is not 80 %.
    /// </summary>
    private string Number(double? value, string percent)
    {
        if (value is not { } number)
        {
            return "–";
        }

        var decimals = Math.Max(indicator.Decimals, 1) + 1;
        while (decimals < MostDecimals && Math.Abs(assessment.Gap ?? 0) is > Negligible and var hidden
            && hidden < Math.Pow(10, -decimals))
        {
            decimals++;
        }

        var isPercent = indicator.UnitOfMeasure.StartsWith('%');
        return number.ToString($"#,0.{new string('#', decimals)}", words.Culture)
            + (isPercent ? percent : string.Empty);
    }
}
