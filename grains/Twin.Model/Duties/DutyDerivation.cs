using System.Collections.Immutable;
using System.Globalization;
using Twin.Model.Agencies;
using Twin.Model.Indicators;
using Twin.Model.Plans;
using Twin.Model.Units;

namespace Twin.Model.Duties;

/// <summary>
/// Works out the duties of a city from its plans: the figures that a plan's targets ask for, by the level and cadence
/// of each indicator; the cadences that a plan lays down for an agency; the cycles of its agencies. Terms, where there
/// are any, say when and since when; they may also lay down a duty of their own. Pure.
/// </summary>
public static class DutyDerivation
{
    /// <summary>All duties, in no order; only of plans whose unit the city has.</summary>
    /// <param name="plans">The plans that are loaded.</param>
    /// <param name="targets">Their rows.</param>
    /// <param name="agencies">Their agencies.</param>
    /// <param name="indicators">The catalogue.</param>
    /// <param name="terms">What is laid down beside the plans.</param>
    public static ImmutableArray<Duty> Derive(
        IReadOnlyList<Plan> plans,
        IReadOnlyList<Target> targets,
        IReadOnlyList<Agency> agencies,
        IndicatorCatalog indicators,
        IReadOnlyList<DutyTerms> terms)
    {
        var duties = new Dictionary<(string Plan, string Who, ReportingCadence Cadence), Duty>();
        var owned = new HashSet<(IndicatorCode, ReportingCadence)>();
        foreach (var plan in plans.Where(one => one.Unit is not null).OrderBy(one => one.Id, StringComparer.Ordinal))
        {
            var rows = targets.Where(target => IsSame(target.PlanId, plan.Id)).ToArray();
            var derived = Figures(plan, rows, indicators, owned)
                .Concat(Documents(plan, rows, agencies))
                .Concat(terms.Where(one => IsSame(one.PlanId, plan.Id)).Select(one => Laid(plan, one)));
            foreach (var duty in derived)
            {
                var key = (plan.Id, duty.AgencyId ?? duty.Level.ToString() ?? string.Empty, duty.Cadence);
                duties[key] = duties.TryGetValue(key, out var earlier) ? Join(earlier, duty) : duty;
            }
        }

        return [.. duties.Values.Where(duty => duty.AgencyId is not null || !duty.Indicators.IsEmpty)];
    }

    private static bool IsSame(string? left, string? right) => string.Equals(left, right, StringComparison.Ordinal);

    /// <summary>A report that two plans ask for is owed once: to the first of them.</summary>
    private static IEnumerable<Duty> Figures(
        Plan plan,
        Target[] rows,
        IndicatorCatalog indicators,
        HashSet<(IndicatorCode Indicator, ReportingCadence Cadence)> owned) =>
        rows.Select(row => row.Indicator).OfType<IndicatorCode>().Distinct().Order()
            .SelectMany(indicators.ReportedFor).Distinct() // What is derived is owed by what it is made from.
            .SelectMany(indicator => ReportingCadences.ReadAll(indicator.Cadence)
                .Select(cadence => (indicator, cadence)))
            .Where(one => owned.Add((one.indicator.Code, one.cadence)))
            .GroupBy(one => (one.indicator.ReportingLevel, one.cadence))
            .Select(group => New(plan, group.Key.cadence) with
            {
                Id = Id(plan.Id, Word(group.Key.ReportingLevel), group.Key.cadence),
                Level = group.Key.ReportingLevel,
                NameVi = $"Báo cáo số liệu {CadenceVi(group.Key.cadence)}",
                NameEn = $"{CadenceEn(group.Key.cadence)} figures",
                Indicators = [.. group.Select(one => one.indicator.Code)],
            });

    /// <summary>What a row of the plan says goes before what the agency's own row says.</summary>
    private static IEnumerable<Duty> Documents(Plan plan, Target[] rows, IReadOnlyList<Agency> agencies)
    {
        var laid = rows.Where(row => row is { Kind: TargetKind.Cadence, OwnerAgencyId: not null })
            .SelectMany(row => ReportingCadences.ReadAll(row.Cadence).Select(cadence => New(plan, cadence) with
            {
                Id = Id(row.Id, null, cadence),
                AgencyId = row.OwnerAgencyId,
                ReportsTo = agencies.FirstOrDefault(agency => IsSame(agency.Id, row.OwnerAgencyId))?.ReportsTo,
                NameVi = row.NameVi,
                NameEn = row.NameEn,
            }));
        var cycles = agencies.Where(agency => IsSame(agency.PlanId, plan.Id))
            .SelectMany(agency => ReportingCadences.ReadAll(agency.ReportCycle).Select(often => New(plan, often) with
            {
                Id = Id(agency.Id, null, often),
                AgencyId = agency.Id,
                ReportsTo = agency.ReportsTo,
                NameVi = $"Báo cáo {CadenceVi(often)}",
                NameEn = $"{CadenceEn(often)} report",
            }));
        return cycles.Concat(laid);
    }

    private static Duty New(Plan plan, ReportingCadence cadence) => new()
    {
        Id = string.Empty,
        PlanId = plan.Id,
        Unit = plan.Unit!.Value, // Plans without one were left out.
        NameVi = string.Empty,
        NameEn = string.Empty,
        Indicators = [],
        Cadence = cadence,
        Due = DueRule.Default,
        ValidFrom = FirstDay(plan.DocumentDate),
    };

    private static Duty Laid(Plan plan, DutyTerms terms) => New(plan, terms.Cadence) with
    {
        Id = Id(terms.AgencyId ?? plan.Id, terms.Level is { } level ? Word(level) : null, terms.Cadence),
        Level = terms.Level,
        AgencyId = terms.AgencyId,
        NameVi = terms.NameVi,
        NameEn = terms.NameEn,
        Indicators = terms.Indicators,
        Due = terms.Due,
        GraceWorkingDays = terms.GraceWorkingDays,
        ValidFrom = terms.ValidFrom,
        ValidTo = terms.ValidTo,
    };

    /// <summary>The later one says how; figures and the reader stay where it names none.</summary>
    private static Duty Join(Duty earlier, Duty later) => later with
    {
        Id = earlier.Id,
        Indicators = later.Indicators.IsEmpty ? earlier.Indicators : later.Indicators,
        ReportsTo = later.ReportsTo ?? earlier.ReportsTo,
    };

    private static string Id(string of, string? level, ReportingCadence cadence)
    {
        var word = cadence.ToString();
        var often = char.ToLowerInvariant(word[0]) + word[1..];
        return level is null ? $"{of}.{often}" : $"{of}.{level}.{often}";
    }

    private static string Word(AdministrativeLevel level) => level.ToString().ToLowerInvariant();

    /// <summary>The first day that a plan's date can mean: <c>2022</c>, <c>2022-03</c> or a day.</summary>
    private static DateOnly FirstDay(string? date)
    {
        foreach (var format in (string[])["yyyy-MM-dd", "yyyy-MM", "yyyy"])
        {
            if (DateOnly.TryParseExact(
                date, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }
        }

        return new DateOnly(1900, 1, 1);
    }

    private static string CadenceVi(ReportingCadence cadence) => cadence switch
    {
        ReportingCadence.TwiceMonthly => "nửa tháng",
        ReportingCadence.Monthly => "tháng",
        ReportingCadence.Quarterly => "quý",
        ReportingCadence.HalfYearly => "6 tháng",
        _ => "năm",
    };

    private static string CadenceEn(ReportingCadence cadence) => cadence switch
    {
        ReportingCadence.TwiceMonthly => "Half-monthly",
        ReportingCadence.Monthly => "Monthly",
        ReportingCadence.Quarterly => "Quarterly",
        ReportingCadence.HalfYearly => "Half-yearly",
        _ => "Yearly",
    };
}
