using Twin.Grains.Units;
using Twin.Model.Alerts;
using Twin.Model.Calendars;
using Twin.Model.Cities;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Grains.Quality;

/// <summary>Reads for alerts how good a unit's figures are today: the lowest of the four scores.</summary>
internal sealed class UnitQualityScores(LiveCity live, IGrainFactory grains, TimeProvider time) : IQualityScores
{
    public async ValueTask<double?> FindAsync(AdministrativeUnitCode unit, CancellationToken cancellationToken)
    {
        if (live.Definition.QualityRules.IsEmpty)
        {
            return null; // Nothing to score by; a perfect score would be a lie.
        }

        var today = TimePeriod.Containing(VietnamDay.Of(time.GetUtcNow()), PeriodFrequency.Day);
        var summary = await grains.GetGrain<IAdministrativeUnitGrain>(unit.Value).GetQuality(today);
        return summary.Lowest;
    }
}
