using Twin.Model;
using Twin.Model.Agencies;
using Twin.Model.Plans;

namespace Twin.Geo.Datasets;

/// <summary>
/// Reads the tables of a plan that is to be loaded into a city: the columns of a dataset's <c>plans.csv</c>,
/// <c>targets.csv</c> and <c>agencies.csv</c>. A bad row stops no good one. Stateless.
/// </summary>
public static class PlanTablesReader
{
    /// <summary>Reads the tables and holds them against each other and against the city.</summary>
    /// <param name="plans">The text of <c>plans.csv</c>.</param>
    /// <param name="targets">The text of <c>targets.csv</c>.</param>
    /// <param name="agencies">The text of <c>agencies.csv</c>; <c>null</c> when the city knows all agencies.</param>
    /// <param name="city">The city.</param>
    public static PlanTables Read(string plans, string targets, string? agencies, CityDefinition city)
    {
        var problems = new ProblemList();
        var planRows = PlanTable.Parse(plans, problems);
        var targetRows = PlanTable.ParseTargets(targets, problems);
        var agencyRows = agencies is null ? [] : AgencyTable.Parse(agencies, problems);
        CheckPlans(planRows, city);
        var known = Good(planRows, problems).Select(plan => plan.Id).ToHashSet(StringComparer.Ordinal);
        CheckAgencies(agencyRows, known, city);
        var owners = Good(agencyRows, problems).Select(agency => agency.Id)
            .Concat(city.Agencies.Select(agency => agency.Id)).ToHashSet(StringComparer.Ordinal);
        CheckTargets(targetRows, known, owners, city);
        return new PlanTables(
            [.. Good(planRows, problems)],
            [.. Good(targetRows, problems)],
            [.. Good(agencyRows, problems)],
            problems.ToImmutable());
    }

    /// <summary>Holds the rows of one plan against each other and against the city.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="targets">Its rows, out of a table of any form.</param>
    /// <param name="file">What that table is called.</param>
    /// <param name="agencies">The text of <c>agencies.csv</c>; <c>null</c> when the city knows all agencies.</param>
    /// <param name="city">The city.</param>
    public static PlanTables Read(
        Plan plan, IReadOnlyList<TargetCells> targets, string file, string? agencies, CityDefinition city)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(city);
        var problems = new ProblemList();
        if (city.Plans.Any(one => string.Equals(one.Id, plan.Id, StringComparison.Ordinal)))
        {
            problems.Add(
                PlanTable.File, 0, DatasetProblemCodes.DuplicateKey, $"The city has a plan '{plan.Id}' already.",
                "Give this one another id, or load it in the place of that one with replace.");
        }

        var targetRows = PlanTable.OfCells(targets, file, problems);
        var agencyRows = agencies is null ? [] : AgencyTable.Parse(agencies, problems);
        HashSet<string> known = new(StringComparer.Ordinal) { plan.Id };
        CheckAgencies(agencyRows, known, city);
        var owners = Good(agencyRows, problems).Select(agency => agency.Id)
            .Concat(city.Agencies.Select(agency => agency.Id)).ToHashSet(StringComparer.Ordinal);
        CheckTargets(targetRows, known, owners, city);
        return new PlanTables(
            problems.Has(PlanTable.File, 0) ? [] : [plan],
            [.. Good(targetRows, problems)],
            [.. Good(agencyRows, problems)],
            problems.ToImmutable());
    }

    private static void CheckPlans(List<Keyed<Plan>> rows, CityDefinition city)
    {
        var ids = city.Plans.Select(plan => plan.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (row, plan) in rows)
        {
            Unique(row, plan.Id, ids);
            if (plan.Unit is { } unit && !city.Tree.Contains(unit))
            {
                Unknown(row, "unit_code", unit.Value, "Use a code of /v1/units, or leave it out.");
            }
        }
    }

    private static void CheckAgencies(
        List<Keyed<Agency>> rows, HashSet<string> plans, CityDefinition city)
    {
        var ids = city.Agencies.Select(agency => agency.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (row, agency) in rows)
        {
            Unique(row, agency.Id, ids);
            Exists(row, "plan", agency.PlanId, plans, "Use the id of a good row of the plans sent with it.");
        }
    }

    private static void CheckTargets(
        List<Keyed<Target>> rows, HashSet<string> plans, HashSet<string> owners, CityDefinition city)
    {
        var ids = city.Targets.Select(target => target.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (row, target) in rows)
        {
            Unique(row, target.Id, ids);
            Exists(row, "plan", target.PlanId, plans, "Use the id of a good row of the plans sent with it.");
            Exists(row, "owner_agency_id", target.OwnerAgencyId, owners, "Send the agencies with it, or leave it out.");
            if (target.Indicator is { } indicator && !city.Indicators.TryGet(indicator, out _))
            {
                Unknown(row, "indicator", indicator.Value, "Use a code of /v1/indicators.");
            }
        }
    }

    private static IEnumerable<T> Good<T>(IEnumerable<Keyed<T>> rows, ProblemList problems) =>
        rows.Where(one => !problems.Has(one.Row.File, one.Row.Line)).Select(one => one.Value);

    private static void Unique(CsvRow row, string id, HashSet<string> ids)
    {
        if (!ids.Add(id))
        {
            row.Report(
                DatasetProblemCodes.DuplicateKey, $"The id '{id}' stands twice, or the city has it already.",
                "Give it another id, or withdraw the plan that has it.");
        }
    }

    private static void Exists(CsvRow row, string column, string? id, HashSet<string> known, string hint)
    {
        if (id is not null && !known.Contains(id))
        {
            Unknown(row, column, id, hint);
        }
    }

    private static void Unknown(CsvRow row, string column, string value, string hint) =>
        row.Report(DatasetProblemCodes.UnknownReference, $"The {column} '{value}' is not known.", hint);
}
