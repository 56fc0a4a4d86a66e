using Twin.Model;
using Twin.Model.Duties;
using Twin.Model.Indicators;
using Twin.Model.Units;

namespace Twin.Api.Duties;

/// <summary>Gives counts of reports their names; those of units are joined under the unit directly below.</summary>
internal static class DutySummary
{
    /// <summary>The rows, by key; units in the order of their codes, the unit asked about first.</summary>
    public static IReadOnlyList<DutySummaryAnswer> Of(
        DutyAsk ask, DutyGrouping grouping, IReadOnlyList<DutyGroup> groups, CityDefinition city)
    {
        if (grouping != DutyGrouping.Unit)
        {
            return [.. groups.Select(group => Answer(group.Key, group.Tally, Named(group.Key, grouping, city)))];
        }

        var joined = new SortedDictionary<string, DutyTally>(StringComparer.Ordinal);
        foreach (var group in groups)
        {
            var key = Below(group.Key, ask, city.Tree);
            joined[key] = joined.GetValueOrDefault(key) + group.Tally;
        }

        return
        [
            .. joined.OrderByDescending(pair => string.Equals(pair.Key, ask.Root.Value, StringComparison.Ordinal))
                .Select(pair => Answer(pair.Key, pair.Value, UnitName(pair.Key, ask, city.Tree))),
        ];
    }

    private static DutySummaryAnswer Answer(string key, DutyTally tally, (string Vi, string En) name) =>
        new(key, name.Vi, name.En, DutyCountAnswer.Of(tally));

    /// <summary>The unit directly below the one asked about under which a unit stands, or last stood.</summary>
    private static string Below(string code, DutyAsk ask, AdministrativeTree tree)
    {
        if (!AdministrativeUnitCode.TryParse(code, out var unit))
        {
            return string.Empty; // Documents: no unit owes them.
        }

        var dates = tree.ChangeDates.Where(date => date <= ask.Query.To).Append(ask.Query.To).Reverse();
        foreach (var date in dates)
        {
            var path = tree.On(date).PathUp(unit).Select(one => one.Code).ToArray();
            var place = Array.IndexOf(path, ask.Root);
            if (place >= 0)
            {
                return path[Math.Max(place - 1, 0)].Value;
            }
        }

        return code;
    }

    private static (string Vi, string En) UnitName(string key, DutyAsk ask, AdministrativeTree tree)
    {
        if (!AdministrativeUnitCode.TryParse(key, out var code))
        {
            return ("Văn bản của cơ quan", "Documents of agencies");
        }

        var unit = tree.Find(code, ask.Query.To) ?? tree.VersionsOf(code).LastOrDefault();
        return (unit?.NameVi ?? key, unit?.NameEn ?? key);
    }

    private static (string Vi, string En) Named(string key, DutyGrouping grouping, CityDefinition city)
    {
        switch (grouping)
        {
            case DutyGrouping.Agency when key.Length == 0:
                return ("Chưa rõ cơ quan", "No agency named");
            case DutyGrouping.Agency:
                var agency = city.Agencies.FirstOrDefault(a => string.Equals(a.Id, key, StringComparison.Ordinal));
                return (agency?.NameVi ?? key, agency?.NameEn ?? key);
            case DutyGrouping.Duty:
                var duty = city.Duties.Find(key);
                return (duty?.NameVi ?? key, duty?.NameEn ?? key);
            case DutyGrouping.Indicator when key.Length == 0:
                return ("Văn bản", "Documents");
            case DutyGrouping.Indicator:
                return IndicatorCode.TryParse(key, out var code) && city.Indicators.TryGet(code, out var indicator)
                    ? (indicator.NameVi, indicator.NameEn)
                    : (key, key);
            default:
                return (key, key);
        }
    }
}
