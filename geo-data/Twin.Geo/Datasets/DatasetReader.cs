using System.Collections.Immutable;
using Twin.Geo.Coordinates;
using Twin.Model;
using Twin.Model.Calendars;
using Twin.Model.Dimensions;
using Twin.Model.Indicators;
using Twin.Model.Plans;
using Twin.Model.Units;

namespace Twin.Geo.Datasets;

/// <summary>
/// Reads the folder of a city's dataset: its tables, its boundaries and who publishes it. Everything wrong is collected
/// and given back as values; nothing is repaired or left out silently. See docs/reference/datasets.md for the format.
/// Stateless and safe for any number of threads.
/// </summary>
public static class DatasetReader
{
    /// <summary>Bytes of one file at most.</summary>
    public const long MaxFileBytes = 64L * 1024 * 1024;

    /// <summary>Rows of one table at most: the country's communes with all their versions fit many times.</summary>
    public const int MaxRows = 200_000;

    /// <summary>Characters of one cell at most.</summary>
    public const int MaxFieldLength = 4_096;

    /// <summary>Problems listed at most; the rest is counted.</summary>
    public const int MaxProblems = 1_000;

    /// <summary>Reads a dataset. I/O failures other than a missing file are thrown.</summary>
    public static DatasetReading Read(string directory, DatasetReaderOptions? options = null)
    {
        options ??= DatasetReaderOptions.Default;
        var problems = new ProblemList();
        var manifest = DatasetManifest.Read(directory, problems);
        var publication = manifest?.ToPublication(problems);
        var raw = RawDataset.Read(directory, problems);
        ReferenceCheck.UniqueKeys(raw);
        if (!UnitCheck.MakesTree(raw.Units))
        {
            return new DatasetReading.Refused(problems.ToImmutable());
        }

        var tree = new AdministrativeTree(raw.Units.Select(u => u.Value));
        ReferenceCheck.References(raw, tree);
        ReferenceCheck.DutiesAndAlerts(raw);
        QualityCheck.References(raw);
        FormulaCheck.CheckUnits(raw.Indicators, tree);
        CheckFirstIndicator(manifest?.FirstIndicator, raw, problems);
        CheckSurveyCrs(manifest?.SurveyCrs, problems);
        var plans = ChoosePlans(raw, options, problems);
        var pathways = PathwayTable.ToPathways(raw.Pathways);
        var files = BoundaryReader.Files(manifest?.Boundaries ?? [], problems);
        ImmutableArray<BoundarySet> boundaries =
            options.WithBoundaries ? BoundaryReader.Read(directory, files, tree, problems) : [];
        if (!problems.IsEmpty || publication is null)
        {
            return new DatasetReading.Refused(problems.ToImmutable());
        }

        return new DatasetReading.Loaded(new CityDataset
        {
            Publication = publication,
            City = ToCity(publication.Id, tree, raw, plans, pathways),
            Measures = [.. raw.Measures.Select(m => m.Value)],
            AreaShares = [.. raw.AreaShares.Select(s => s.Value)],
            Outline = [.. raw.Outline],
            BoundaryFiles = files,
            Boundaries = boundaries,
        });
    }

    private static CityDefinition ToCity(
        string id,
        AdministrativeTree tree,
        RawDataset raw,
        HashSet<string> plans,
        Dictionary<string, Pathway> pathways)
    {
        var city = new CityDefinition
        {
            DatasetId = id,
            Tree = tree,
            Indicators = new IndicatorCatalog(
                raw.Indicators.Select(i => i.Value), new DimensionCatalog(raw.Dimensions.Select(d => d.Value))),
            Plans = [.. raw.Plans.Select(p => p.Value).Where(p => plans.Contains(p.Id))],
            Targets =
            [
                .. raw.Targets.Select(t => t.Value).Where(t => plans.Contains(t.PlanId))
                    .Select(t => t with { Pathway = pathways.GetValueOrDefault(t.Id) }),
            ],
            Agencies = [.. raw.Agencies.Select(a => a.Value).Where(a => plans.Contains(a.PlanId))],
            Successions = [.. raw.Successions.Select(s => s.Value)],
            AlertRules = [.. raw.Alerts.Select(a => a.Value).OrderBy(a => a.Id, StringComparer.Ordinal)],
            QualityRules = [.. raw.QualityRules.Select(r => r.Value).OrderBy(r => r.Id, StringComparer.Ordinal)],
        };
        var calendar = new WorkCalendar(raw.Calendar.Select(d => d.Value));
        return city.WithDuties([.. raw.Duties.Select(d => d.Value)], calendar);
    }

    private static void CheckFirstIndicator(string? first, RawDataset raw, ProblemList problems)
    {
        if (first is not null
            && !raw.Indicators.Exists(i => string.Equals(i.Value.Code.Value, first, StringComparison.Ordinal)))
        {
            problems.Add(
                DatasetManifest.File, 0, DatasetProblemCodes.UnknownReference,
                $"firstIndicator '{first}' is not an indicator.", "Use a code of indicators.csv, or leave it out.");
        }
    }

    private static void CheckSurveyCrs(string? uri, ProblemList problems)
    {
        if (uri is not null && !CoordinateReferenceSystems.TryFind(uri, out _))
        {
            problems.Add(
                DatasetManifest.File, 0, DatasetProblemCodes.UnknownReference,
                $"surveyCrs '{uri}' is not a known reference system.",
                "Use the URI of a system of docs/concepts/space.md, or leave it out.");
        }
    }

    private static HashSet<string> ChoosePlans(RawDataset raw, DatasetReaderOptions options, ProblemList problems)
    {
        if (options.AllPlans)
        {
            return raw.Plans.Select(p => p.Value.Id).ToHashSet(StringComparer.Ordinal);
        }

        if (options.Plans.IsDefault)
        {
            return raw.Plans.Where(p => p.Value.IsDefault).Select(p => p.Value.Id).ToHashSet(StringComparer.Ordinal);
        }

        var known = raw.Plans.Select(p => p.Value.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var id in options.Plans.Where(id => !known.Contains(id)))
        {
            problems.Add(
                PlanTable.File, 0, DatasetProblemCodes.UnknownReference, $"There is no plan '{id}'.",
                $"The plans are {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
        }

        return options.Plans.ToHashSet(StringComparer.Ordinal);
    }
}
