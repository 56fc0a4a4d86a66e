using System.Collections.Immutable;
using Twin.Model.Observations;
using Twin.Model.Units;

namespace Twin.Grains.Units;

/// <summary>Parts the good observations of a report from the bad; where all are good, nothing is copied.</summary>
internal static class ReportSieve
{
    /// <summary>Sifts what one unit reports.</summary>
    public static (ImmutableArray<Observation> Good, ImmutableArray<RejectedObservation> Rejected) Sift(
        ObservationRules rules,
        AdministrativeUnitCode unit,
        ImmutableArray<Observation> observations,
        DateTimeOffset now)
    {
        ImmutableArray<RejectedObservation>.Builder? rejected = null;
        ImmutableArray<Observation>.Builder? good = null;
        for (var i = 0; i < observations.Length; i++)
        {
            if (rules.Check(unit, observations[i], now) is { } refusal)
            {
                rejected ??= ImmutableArray.CreateBuilder<RejectedObservation>();
                rejected.Add(new RejectedObservation(i, refusal));
                if (good is null)
                {
                    good = ImmutableArray.CreateBuilder<Observation>();
                    good.AddRange(observations.AsSpan(0, i));
                }
            }
            else
            {
                good?.Add(observations[i]);
            }
        }

        return (good?.DrainToImmutable() ?? observations, rejected?.DrainToImmutable() ?? []);
    }
}
