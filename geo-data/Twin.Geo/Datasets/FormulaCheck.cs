using System.Globalization;
using Twin.Model.Indicators;
using Twin.Model.Rollups;
using Twin.Model.Units;

namespace Twin.Geo.Datasets;

/// <summary>Holds each indicator against what its kind needs, and gives it its derivation.</summary>
internal static class FormulaCheck
{
    /// <summary>The indicators with what formulas and composites say of them.</summary>
    public static List<Keyed<Indicator>> Complete(
        List<Keyed<Indicator>> indicators,
        List<Keyed<FormulaRow>> formulas,
        List<Keyed<CompositeRow>> composites)
    {
        var known = indicators.DistinctBy(one => one.Value.Code)
            .ToDictionary(one => one.Value.Code, one => one.Value);
        foreach (var (row, formula) in formulas)
        {
            Known(row, "indicator", formula.Indicator, known);
            Known(row, "of", formula.Of, known);
        }

        foreach (var (row, one) in composites)
        {
            Known(row, "component", one.Component.Indicator, known);
            if (!known.TryGetValue(one.Composite, out var index) || index.Aggregation != AggregationKind.Composite)
            {
                row.Invalid(
                    "composite", one.Composite.Value, $"Name an indicator of {IndicatorTable.File} of kind Composite.");
            }
        }

        var formulaOf = formulas.DistinctBy(one => one.Value.Indicator).ToDictionary(one => one.Value.Indicator);
        var componentsOf = composites.ToLookup(one => one.Value.Composite);
        List<Keyed<Indicator>> complete =
        [
            .. indicators.Select(one => one with
            {
                Value = FormulaKinds.Complete(
                    one,
                    formulaOf.TryGetValue(one.Value.Code, out var formula) ? formula : null,
                    [.. componentsOf[one.Value.Code]],
                    known),
            }),
        ];
        CheckCycle(complete);
        return complete;
    }

    /// <summary>Reports order statistics over more units than a message may carry values of.</summary>
    public static void CheckUnits(List<Keyed<Indicator>> indicators, AdministrativeTree tree)
    {
        foreach (var (row, indicator) in indicators.Where(one => one.Value.Aggregation.IsOrderStatistic()))
        {
            var most = tree.ChangeDates.Select(date => tree.On(date).Units.Count(
                unit => unit.Level == indicator.ReportingLevel)).DefaultIfEmpty().Max();
            if (most > AggregateContents.MaxValues)
            {
                row.Report(
                    DatasetProblemCodes.InvalidValue,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{most} units report {indicator.Code}, a {indicator.Aggregation}."),
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"At most {AggregateContents.MaxValues} may: their values travel."));
            }
        }
    }

    private static void CheckCycle(List<Keyed<Indicator>> indicators)
    {
        var cycle = DerivationGraph.FindCycle(indicators.Select(one => one.Value));
        if (!cycle.IsEmpty)
        {
            indicators.First(one => one.Value.Code == cycle[0]).Row.Report(
                DatasetProblemCodes.InvalidValue,
                $"{cycle[0]} is made from itself: {string.Join(" ← ", cycle)}.",
                $"Break the circle in {FormulaTable.File} or {FormulaTable.CompositesFile}.");
        }
    }

    private static void Known(
        CsvRow row, string column, IndicatorCode? code, Dictionary<IndicatorCode, Indicator> known)
    {
        if (code is { } one && !string.IsNullOrEmpty(one.Value) && !known.ContainsKey(one))
        {
            row.Report(
                DatasetProblemCodes.UnknownReference,
                $"The {column} '{one}' is not in {IndicatorTable.File}.",
                "Add the indicator or mend the code.");
        }
    }
}
