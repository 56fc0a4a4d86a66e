using Twin.Model.Agencies;
using Twin.Model.Alerts;
using Twin.Model.Calendars;
using Twin.Model.Dimensions;
using Twin.Model.Duties;
using Twin.Model.Indicators;
using Twin.Model.Plans;
using Twin.Model.Quality;
using Twin.Model.Units;

namespace Twin.Geo.Datasets;

/// <summary>The rows of all tables, each sound by itself, before they are held against each other.</summary>
internal sealed record RawDataset
{
    public required List<Keyed<AdministrativeUnit>> Units { get; init; }

    public required List<Keyed<Succession>> Successions { get; init; }

    public required List<Keyed<AreaShare>> AreaShares { get; init; }

    public required List<OutlineRing> Outline { get; init; }

    public required List<Keyed<Measure>> Measures { get; init; }

    public required List<Keyed<Indicator>> Indicators { get; init; }

    public required List<Keyed<FormulaRow>> Formulas { get; init; }

    public required List<Keyed<Dimension>> Dimensions { get; init; }

    public required List<Keyed<Plan>> Plans { get; init; }

    public required List<Keyed<Target>> Targets { get; init; }

    public required List<Keyed<PathwayRow>> Pathways { get; init; }

    public required List<Keyed<Agency>> Agencies { get; init; }

    public required List<Keyed<DutyTerms>> Duties { get; init; }

    public required List<Keyed<CalendarDay>> Calendar { get; init; }

    public required List<Keyed<AlertRule>> Alerts { get; init; }

    public required List<Keyed<QualityRule>> QualityRules { get; init; }

    public static RawDataset Read(string directory, ProblemList problems)
    {
        var measures = IndicatorTable.ReadMeasures(directory, problems);
        var formulas = FormulaTable.Read(directory, problems);
        return new RawDataset
        {
            Units = UnitTable.Read(directory, problems),
            Successions = SuccessionTable.Read(directory, problems),
            AreaShares = SuccessionTable.ReadShares(directory, problems),
            Outline = OutlineTable.Read(directory, problems),
            Measures = measures,
            Indicators = FormulaCheck.Complete(
                IndicatorTable.Read(
                    directory,
                    measures.DistinctBy(m => m.Value.Code, StringComparer.Ordinal)
                        .ToDictionary(m => m.Value.Code, m => m.Value, StringComparer.Ordinal),
                    problems),
                formulas,
                FormulaTable.ReadComposites(directory, problems)),
            Formulas = formulas,
            Dimensions = DimensionTable.Read(directory, problems),
            Plans = PlanTable.Read(directory, problems),
            Targets = PlanTable.ReadTargets(directory, problems),
            Pathways = PathwayTable.Read(directory, problems),
            Agencies = AgencyTable.Read(directory, problems),
            Duties = DutyTable.Read(directory, problems),
            Calendar = CalendarTable.Read(directory, problems),
            Alerts = AlertTable.Read(directory, problems),
            QualityRules = QualityTable.Read(directory, problems),
        };
    }
}
