using Twin.Model;
using Twin.Model.Observations;
using Twin.Model.Quality;
using Twin.Model.Rollups;
using Twin.Model.Units;

namespace Twin.Grains.Units;

/// <summary>
/// What a unit's scores are made from as the log held it at an instant: read anew, so that nothing which came later
/// can be in it.
/// </summary>
/// <param name="Quality">Scores what was known then.</param>
/// <param name="Waiting">How many observations waited for a decision then.</param>
internal sealed record PastQuality(UnitQuality Quality, int Waiting)
{
    /// <summary>Reads a unit's part of the log up to an instant.</summary>
    public static async Task<PastQuality> ReadAsync(
        AdministrativeUnitCode unit, CityDefinition city, IObservationLog log, DateTimeOffset asOf)
    {
        var table = new RollupTable(unit, city.Tree, city.Indicators);
        var history = new UnitHistory(table, city.Indicators);
        await foreach (var logged in log.ReadUnitAsync(unit, CancellationToken.None))
        {
            if (logged.RecordedAt <= asOf)
            {
                history.Apply(logged);
            }
        }

        return new PastQuality(new UnitQuality(unit, city, history, table), history.Quarantine.Waiting);
    }
}
