using Twin.Api.Observations;
using Twin.Geo.Tables;
using Twin.Api.Text;
using Twin.Model;
using Twin.Model.Indicators;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Api.Exchange.Imports;

/// <summary>Turns the lines of a table into rows of a report, by a plan. For one thread and one table.</summary>
internal sealed class ImportRun(ImportPlan plan, CityDefinition city, ReportRows rows)
{
    // Files repeat a few hundred texts; one that never repeats must not fill the memory.
    private const int MaxRemembered = 100_000;

    private readonly TextArena _arena = new();
    private readonly Dictionary<string, string> _periods = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Name, string Period, string Indicator), (string Code, Refusal? Refusal)> _units
        = [];

    /// <summary>How many lines after the header held anything.</summary>
    public int Lines { get; private set; }

    /// <summary>Takes the line that the table has just read.</summary>
    public void Take(TableReader table)
    {
        if (table.Line <= plan.HeaderLine || IsBlank(table))
        {
            return;
        }

        Lines++;
        if (table.IsMalformed)
        {
            rows.Reject(table.Line, LineRefusals.OpenQuote);
            return;
        }

        if (plan.Ignored.Any(row => row.Texts.Contains(FoldedText.Fold(table[row.Column].Text))))
        {
            return;
        }

        foreach (var value in plan.Values)
        {
            Take(table, value);
        }
    }

    private void Take(TableReader table, ImportPlan.Numbers numbers)
    {
        var value = table[numbers.Value];
        var denominator = numbers.Denominator >= 0 ? table[numbers.Denominator] : TableCell.Empty;
        if (value.IsEmpty && denominator.IsEmpty && plan.Values.Length > 1)
        {
            return; // A wide line need not say something of every indicator.
        }

        _arena.Clear();
        var indicator = numbers.Indicator ?? Text(table, plan.Indicator);
        var period = PeriodOf(numbers.Period ?? Text(table, plan.Period));
        var unit = UnitOf(table, period, indicator);
        if (unit.Refusal is { } refusal)
        {
            rows.Reject(table.Line, refusal);
            return;
        }

        var fields = new RowFields
        {
            Unit = _arena.Add(unit.Code),
            Indicator = _arena.Add(indicator),
            Period = _arena.Add(period),
            Value = _arena.Add(value.Text),
            ValueName = numbers.ValueName,
            IsValueJson = value.IsNumber,
            Denominator = _arena.Add(denominator.Text),
            DenominatorName = numbers.DenominatorName,
            IsDenominatorJson = denominator.IsNumber,
            Status = _arena.Add(Text(table, plan.Status)),
            ResultTime = _arena.Add(Text(table, plan.ResultTime)),
            Source = _arena.Add(Text(table, plan.Source)),
        };
        rows.Add(table.Line, fields);
    }

    private static bool IsBlank(TableReader table)
    {
        for (var column = 0; column < table.Count; column++)
        {
            if (!table[column].IsEmpty)
            {
                return false;
            }
        }

        return true;
    }

    private static string Text(TableReader table, ImportPlan.Place place) =>
        place.Column >= 0 ? table[place.Column].Text : place.Value ?? string.Empty;

    private string PeriodOf(string text)
    {
        if (!_periods.TryGetValue(text, out var known))
        {
            // What cannot be read stays as it is, and is refused with the row.
            known = PeriodWords.TryRead(text, out var period) ? period.ToString() : text;
            if (_periods.Count < MaxRemembered)
            {
                _periods.Add(text, known);
            }
        }

        return known;
    }

    private (string Code, Refusal? Refusal) UnitOf(TableReader table, string period, string indicator)
    {
        if (!plan.UnitName.IsThere)
        {
            return (Text(table, plan.Unit), null);
        }

        var key = (Text(table, plan.UnitName), period, indicator);
        if (!_units.TryGetValue(key, out var known))
        {
            known = FindUnit(key.Item1, period, indicator);
            if (_units.Count < MaxRemembered)
            {
                _units.Add(key, known);
            }
        }

        return known;
    }

    private (string Code, Refusal? Refusal) FindUnit(string name, string period, string indicator)
    {
        if (!TimePeriod.TryParse(period, out var parsed))
        {
            return (name, null); // The period is what is wrong, and the row says so.
        }

        AdministrativeLevel? level = IndicatorCode.TryParse(indicator.ToUpperInvariant(), out var code)
            && city.Indicators.TryGet(code, out var definition) ? definition.ReportingLevel : null;
        var (unit, refusal) = UnitNames.Of(city.Tree.On(parsed.End)).Find(name, level);
        return (unit?.Code.Value ?? name, refusal);
    }
}
