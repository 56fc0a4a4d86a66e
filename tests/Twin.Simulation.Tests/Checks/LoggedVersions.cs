using Twin.Model;
using Twin.Model.Dimensions;
using Twin.Model.Indicators;
using Twin.Model.Observations;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Simulation.Tests.Checks;

/// <summary>
/// The version that each total must have by some of the log: the sum of the sequence numbers of what stands of it and
/// of its parts.
/// </summary>
internal sealed class LoggedVersions(CityDefinition city)
{
    private readonly Dictionary<
        (string Unit, string Indicator, int Period), Dictionary<Breakdown, (long ResultTime, long Sequence)>>
        _standing = [];

    public void Add(LoggedBatch logged)
    {
        for (var i = 0; i < logged.Batch.Observations.Length; i++)
        {
            var observation = logged.Batch.Observations[i];
            if (!observation.Counts)
            {
                continue;
            }

            var cell = (logged.Batch.Unit.Value, observation.Indicator.Value, observation.Period.Key);
            var candidate = (observation.ResultTime.ToUnixTimeMilliseconds(), logged.FirstSequence + i);
            var parts = _standing.GetValueOrDefault(cell) ?? (_standing[cell] = []);
            if (!parts.TryGetValue(observation.Breakdown, out var held) || candidate.CompareTo(held) > 0)
            {
                parts[observation.Breakdown] = candidate;
            }
        }
    }

    public long Of(AdministrativeUnitCode unit, IndicatorCode indicator, TimePeriod period) =>
        (_standing.GetValueOrDefault((unit.Value, indicator.Value, period.Key))?.Values.Sum(one => one.Sequence) ?? 0)
        + city.Tree.On(period.End).ChildrenOf(unit).Sum(child => Of(child.Code, indicator, period));
}
