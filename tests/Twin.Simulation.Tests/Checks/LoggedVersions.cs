using Twin.Model;
using Twin.Model.Indicators;
using Twin.Model.Observations;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Simulation.Tests.Checks;

/// <summary>
/// The version that each figure must have by some of the log: the sum of the sequence numbers of what stands.
/// </summary>
internal sealed class LoggedVersions(CityDefinition city)
{
    private readonly Dictionary<(string Unit, string Indicator, int Period), (long ResultTime, long Sequence)>
        _standing = [];

    public void Add(LoggedBatch logged)
    {
        for (var i = 0; i < logged.Batch.Observations.Length; i++)
        {
            var observation = logged.Batch.Observations[i];
            var cell = (logged.Batch.Unit.Value, observation.Indicator.Value, observation.Period.Key);
            var candidate = (observation.ResultTime.ToUnixTimeMilliseconds(), logged.FirstSequence + i);
            if (!_standing.TryGetValue(cell, out var held) || candidate.CompareTo(held) > 0)
            {
                _standing[cell] = candidate;
            }
        }
    }

    public long Of(AdministrativeUnitCode unit, IndicatorCode indicator, TimePeriod period) =>
        _standing.GetValueOrDefault((unit.Value, indicator.Value, period.Key)).Sequence
        + city.Tree.On(period.End).ChildrenOf(unit).Sum(child => Of(child.Code, indicator, period));
}
