using System.Globalization;
using Twin.Model.Indicators;
using Twin.Model.Observations;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Storage.CrashWriter;

/// <summary>
/// Batches that follow from their number alone, so that writer and test agree on what must be in the log.
/// </summary>
internal static class NumberedBatch
{
    private const int Units = 7;
    private const int MostObservations = 200;

    /// <summary>The idempotency key of a number.</summary>
    public static string Key(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The batch of a number: 1 to 200 observations of one of seven units.</summary>
    public static ObservationBatch Of(int number)
    {
        var observations = Enumerable.Range(0, 1 + (number * 7919 % MostObservations)).Select(i => new Observation(
            IndicatorCode.Parse(string.Create(CultureInfo.InvariantCulture, $"CRASH-{i}"), null),
            TimePeriod.Month(2026, 1 + (number % 12)),
            (number * 1000.0) + i,
            i % 2 == 0 ? number / 3.0 : null,
            ObservationStatus.Normal,
            DateTimeOffset.FromUnixTimeSeconds(number),
            "bộ đếm"));
        var code = (11296 + (number % Units)).ToString(CultureInfo.InvariantCulture);
        var unit = AdministrativeUnitCode.Parse(code, null);
        return new ObservationBatch(unit, "crash writer", Key(number), [.. observations]);
    }
}
