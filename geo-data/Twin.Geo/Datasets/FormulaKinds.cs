using System.Collections.Immutable;
using Twin.Model.Indicators;

namespace Twin.Geo.Datasets;

/// <summary>What each kind of aggregation needs, and what it may not have.</summary>
internal static class FormulaKinds
{
    private static readonly Measure Points = new("POINTS", "Điểm", "Points", "points", MeasureKind.Rate);
    private static readonly Measure MostPoints = new(
        "MOST-POINTS", "Điểm tối đa", "Most points", "points", MeasureKind.Rate);

    /// <summary>The indicator with its derivation; reports what is missing or too much.</summary>
    public static Indicator Complete(
        Keyed<Indicator> one,
        Keyed<FormulaRow>? keyed,
        Keyed<CompositeRow>[] components,
        IReadOnlyDictionary<IndicatorCode, Indicator> known)
    {
        var (row, indicator) = one;
        var formula = keyed?.Value;
        var kind = indicator.Aggregation;
        Needs(one, keyed, "percentile", formula?.Percentile is not null, kind == AggregationKind.Percentile);
        Needs(one, keyed, "of", formula?.Of is not null, kind.IsDerived() && kind != AggregationKind.Composite);
        Needs(one, keyed, "periods", formula?.Periods is not null,
            kind is AggregationKind.Growth or AggregationKind.CompoundGrowth);
        Needs(one, keyed, "dimension", formula?.Dimension is not null,
            kind is AggregationKind.MemberMin or AggregationKind.MemberMax);
        Needs(one, keyed, "missing", formula?.Missing is not null, kind == AggregationKind.Composite);
        CheckShape(row, indicator);
        if (kind == AggregationKind.Percentile)
        {
            return indicator with { Percentile = formula?.Percentile };
        }

        if (kind == AggregationKind.Composite)
        {
            CheckComponents(row, indicator, components);
            return indicator with
            {
                Derivation = new Derivation.Composite(
                    [.. components.Select(component => component.Value.Component)],
                    formula?.Missing ?? MissingComponents.Refuse),
                Numerator = Points,
                Denominator = MostPoints,
            };
        }

        return kind.IsDerived() && formula?.Of is { } of && known.TryGetValue(of, out var input)
            ? Derive(row, indicator, formula, input)
            : indicator;
    }

    private static Indicator Derive(CsvRow row, Indicator indicator, FormulaRow formula, Indicator input)
    {
        var periods = (int)Math.Clamp(formula.Periods ?? 1, 1, FormulaTable.MaxPeriods);
        switch (indicator.Aggregation)
        {
            case AggregationKind.Growth:
                return Grows(indicator, input, new Derivation.Growth(input.Code, periods));
            case AggregationKind.CompoundGrowth:
                return Grows(indicator, input, new Derivation.CompoundGrowth(input.Code, periods));
            default:
                var dimension = formula.Dimension ?? string.Empty;
                if (!input.Dimensions.Contains(dimension, StringComparer.Ordinal))
                {
                    row.Report(
                        DatasetProblemCodes.InvalidValue,
                        $"{indicator.Code} compares parts of {input.Code} by '{dimension}', which it does not have.",
                        $"{input.Code} can be broken down by {string.Join(", ", input.Dimensions)}.");
                }

                if (!indicator.Scale.Equals(input.Scale))
                {
                    row.Invalid("scale", row.Text("scale"), $"The figure is one of {input.Code}: write its scale.");
                }

                return indicator with
                {
                    Derivation = new Derivation.ExtremeMember(
                        input.Code, dimension, indicator.Aggregation == AggregationKind.MemberMax),
                    Numerator = input.Numerator,
                    Denominator = input.Denominator,
                };
        }
    }

    private static Indicator Grows(Indicator indicator, Indicator input, Derivation derivation) => indicator with
    {
        Derivation = derivation,
        Numerator = new Measure(
            input.Code.Value, input.NameVi, input.NameEn, input.UnitOfMeasure, MeasureKind.Rate),
        Denominator = new Measure(
            $"{input.Code}-BEFORE",
            $"{input.NameVi} (kỳ gốc)",
            $"{input.NameEn} (before)",
            input.UnitOfMeasure,
            MeasureKind.Rate),
    };

    private static void Needs(
        Keyed<Indicator> one, Keyed<FormulaRow>? formula, string column, bool isThere, bool isNeeded)
    {
        if (isThere == isNeeded)
        {
            return;
        }

        var row = formula?.Row ?? one.Row;
        row.Report(
            isNeeded ? DatasetProblemCodes.MissingValue : DatasetProblemCodes.InvalidValue,
            isNeeded
                ? $"{one.Value.Code} is a {one.Value.Aggregation} and {FormulaTable.File} gives it no {column}."
                : $"{one.Value.Code} is a {one.Value.Aggregation}, which has no {column}.",
            isNeeded
                ? $"Add the indicator to {FormulaTable.File} with its {column}."
                : $"Leave the {column} empty, or write another kind.");
    }

    private static void CheckShape(CsvRow row, Indicator indicator)
    {
        var kind = indicator.Aggregation;
        if (kind is AggregationKind.All or AggregationKind.Any or AggregationKind.CountDistinct
                or AggregationKind.ShareDistinct
            && indicator.Numerator.Kind != MeasureKind.Boolean)
        {
            row.Invalid(
                "numerator_measure", row.Text("numerator_measure"), $"A {kind} asks for yes or no: a boolean measure.");
        }

        if (kind.IsDistinct() && indicator.Dimensions.IsEmpty)
        {
            row.Report(
                DatasetProblemCodes.MissingValue,
                $"{indicator.Code} is a {kind} and has no dimension.",
                "Name the dimension first whose members are counted.");
        }

        if (kind.IsDerived() && !indicator.Dimensions.IsEmpty)
        {
            row.Invalid("dimensions", row.Text("dimensions"), "What is derived has the parts of its inputs.");
        }

        if (kind.IsDerived() && CadenceFrequency.Of(indicator.Cadence) is null)
        {
            row.Invalid(
                "cadence",
                row.Optional("cadence") ?? string.Empty,
                "What is derived is of one length of period: P1D, P1M, P3M, P6M or P1Y.");
        }
    }

    private static void CheckComponents(CsvRow row, Indicator index, Keyed<CompositeRow>[] components)
    {
        if (components.Length == 0)
        {
            row.Report(
                DatasetProblemCodes.MissingValue,
                $"{index.Code} is a Composite and {FormulaTable.CompositesFile} has no row for it.",
                "Add its components.");
        }

        foreach (var version in components.GroupBy(one => one.Value.Component.ValidFrom))
        {
            if (version.Sum(one => one.Value.Component.Weight) <= 0)
            {
                version.First().Row.Report(
                    DatasetProblemCodes.InvalidValue,
                    $"The weights of {index.Code} from {version.Key:O} come to nothing.",
                    "Give at least one component weight.");
            }
        }

        ImmutableArray<CompositeComponent> all = [.. components.Select(one => one.Value.Component)];
        for (var i = 0; i < all.Length; i++)
        {
            if (all.Take(i).Any(earlier => Overlap(earlier, all[i])))
            {
                components[i].Row.Report(
                    DatasetProblemCodes.DuplicateKey,
                    $"{all[i].Indicator} is in {index.Code} already at that time.",
                    "End the earlier row before the later begins.");
            }
        }
    }

    private static bool Overlap(CompositeComponent one, CompositeComponent other) =>
        one.Indicator == other.Indicator
        && one.ValidFrom <= (other.ValidTo ?? DateOnly.MaxValue)
        && other.ValidFrom <= (one.ValidTo ?? DateOnly.MaxValue);
}
