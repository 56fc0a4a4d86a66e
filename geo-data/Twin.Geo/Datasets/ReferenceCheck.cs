using System.Globalization;
using Twin.Model.Duties;
using Twin.Model.Units;

namespace Twin.Geo.Datasets;

/// <summary>Holds the tables against each other: keys are unique, what a row names exists on its date.</summary>
internal static class ReferenceCheck
{
    private const string Hint = "Add what is missing, or mend the reference.";

    /// <summary>Reports rows with a key that another row has.</summary>
    public static void UniqueKeys(RawDataset raw)
    {
        Unique(raw.Units, u => $"{u.Code} from {u.ValidFrom:O}");
        Unique(raw.Successions, s => $"{s.Date:O} {s.Predecessor} to {s.Successor}");
        Unique(raw.AreaShares, s => $"{s.Date:O} {s.Predecessor} to {s.Successor}");
        Unique(raw.Measures, m => m.Code);
        Unique(raw.Indicators, i => i.Code.Value);
        Unique(raw.Formulas, f => f.Indicator.Value);
        Unique(raw.Dimensions, d => d.Code);
        Unique(raw.Plans, p => p.Id);
        Unique(raw.Targets, t => t.Id);
        Unique(raw.Agencies, a => a.Id);
        Unique(raw.Duties, d => $"{d.PlanId} {d.AgencyId ?? d.Level?.ToString()} {d.Cadence.ToText()}");
        Unique(raw.Calendar, d => $"{d.Date:O}");
        Unique(raw.Alerts, a => a.Id);
    }

    /// <summary>Reports references to rows that do not exist, or not on that date.</summary>
    public static void References(RawDataset raw, AdministrativeTree tree)
    {
        foreach (var (row, unit) in raw.Units)
        {
            UpperUnit(row, unit, tree);
        }

        foreach (var (row, succession) in raw.Successions)
        {
            Exists(row, "successor", succession.Successor, succession.Date, tree);
            // A predecessor from another province is not in the table, though its code may later mean a unit that is.
            if (tree.VersionsOf(succession.Predecessor).Any(version => version.ValidFrom < succession.Date))
            {
                Exists(row, "predecessor", succession.Predecessor, succession.Date.AddDays(-1), tree);
            }
        }

        foreach (var (row, share) in raw.AreaShares)
        {
            Exists(row, "predecessor", share.Predecessor, share.PredecessorDate, tree);
            Exists(row, "successor", share.Successor, share.Date, tree);
        }

        Plans(raw, tree);
    }

    private static void Plans(RawDataset raw, AdministrativeTree tree)
    {
        var plans = raw.Plans.Select(p => p.Value.Id).ToHashSet(StringComparer.Ordinal);
        var agencies = raw.Agencies.Select(a => a.Value.Id).ToHashSet(StringComparer.Ordinal);
        var indicators = raw.Indicators.Select(i => i.Value.Code.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var (row, plan) in raw.Plans)
        {
            if (plan.Unit is { } unit && !tree.Contains(unit))
            {
                Unknown(row, "unit_code", unit.Value, UnitTable.File);
            }
        }

        var dimensions = raw.Dimensions.Select(d => d.Value.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var (row, indicator) in raw.Indicators)
        {
            foreach (var dimension in indicator.Dimensions)
            {
                Exists(row, "dimensions", dimension, dimensions, DimensionTable.File);
            }

            Exists(row, "owner_agency_id", indicator.OwnerAgencyId, agencies, AgencyTable.File);
        }

        foreach (var (row, target) in raw.Targets)
        {
            Exists(row, "plan", target.PlanId, plans, PlanTable.File);
            Exists(row, "indicator", target.Indicator?.Value, indicators, IndicatorTable.File);
            Exists(row, "owner_agency_id", target.OwnerAgencyId, agencies, AgencyTable.File);
            foreach (var unit in target.Units.Where(unit => !tree.Contains(unit)))
            {
                Unknown(row, "units", unit.Value, UnitTable.File);
            }
        }

        var targets = raw.Targets.Select(t => t.Value.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (row, point) in raw.Pathways)
        {
            Exists(row, "target", point.TargetId, targets, PlanTable.TargetsFile);
        }

        foreach (var (row, agency) in raw.Agencies)
        {
            Exists(row, "plan", agency.PlanId, plans, PlanTable.File);
            Exists(row, "upper_agency_id", row.Optional("upper_agency_id"), agencies, AgencyTable.File);
            Exists(row, "reports_to_id", row.Optional("reports_to_id"), agencies, AgencyTable.File);
        }
    }

    /// <summary>
    /// Reports duties and alert rules that name what is not there, and duties with figures that are not reported so.
    /// </summary>
    public static void DutiesAndAlerts(RawDataset raw)
    {
        var plans = raw.Plans.Select(p => p.Value.Id).ToHashSet(StringComparer.Ordinal);
        var agencies = raw.Agencies.Select(a => a.Value.Id).ToHashSet(StringComparer.Ordinal);
        var indicators = raw.Indicators.DistinctBy(i => i.Value.Code).ToDictionary(i => i.Value.Code, i => i.Value);
        foreach (var (row, duty) in raw.Duties)
        {
            Exists(row, "plan", duty.PlanId, plans, PlanTable.File);
            Exists(row, "agency", duty.AgencyId, agencies, AgencyTable.File);
            foreach (var code in duty.Indicators)
            {
                if (!indicators.TryGetValue(code, out var indicator))
                {
                    Unknown(row, "indicators", code.Value, IndicatorTable.File);
                }
                else if (indicator.IsDerived || indicator.ReportingLevel != duty.Level
                    || !ReportingCadences.ReadAll(indicator.Cadence).Contains(duty.Cadence))
                {
                    row.Invalid(
                        "indicators", code.Value, "Name figures that this level reports with this cadence.");
                }
            }
        }

        foreach (var (row, rule) in raw.Alerts)
        {
            Exists(row, "owner_agency", rule.OwnerAgencyId, agencies, AgencyTable.File);
            if (rule.Indicator is { } code && !indicators.ContainsKey(code))
            {
                Unknown(row, "indicator", code.Value, IndicatorTable.File);
            }
        }
    }

    private static void UpperUnit(CsvRow row, AdministrativeUnit unit, AdministrativeTree tree)
    {
        if (unit.UpperUnit is not { } upper)
        {
            return;
        }

        // Between two changes of the tree nothing changes, so the first day of each span stands for all of it.
        foreach (var date in tree.ChangeDates.Append(unit.ValidFrom).Where(unit.IsValidOn))
        {
            if (tree.Find(upper, date) is null)
            {
                Unknown(row, "upper_unit", $"{upper} on {date:O}", UnitTable.File);
                return;
            }
        }
    }

    private static void Unique<T>(List<Keyed<T>> rows, Func<T, string> key)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (row, value) in rows)
        {
            if (!lines.TryAdd(key(value), row.Line))
            {
                row.Report(
                    DatasetProblemCodes.DuplicateKey,
                    string.Create(
                        CultureInfo.InvariantCulture, $"'{key(value)}' already stands in line {lines[key(value)]}."),
                    "Drop one of the rows.");
            }
        }
    }

    private static void Exists(
        CsvRow row, string column, AdministrativeUnitCode code, DateOnly date, AdministrativeTree tree)
    {
        if (tree.Find(code, date) is null)
        {
            Unknown(row, column, $"{code} on {date:O}", UnitTable.File);
        }
    }

    private static void Exists(CsvRow row, string column, string? id, HashSet<string> known, string file)
    {
        if (!string.IsNullOrEmpty(id) && !known.Contains(id))
        {
            Unknown(row, column, id, file);
        }
    }

    private static void Unknown(CsvRow row, string column, string value, string file) => row.Report(
        DatasetProblemCodes.UnknownReference, $"The {column} '{value}' is not in {file}.", Hint);
}
