using System.Collections.Immutable;
using Twin.Model.Observations;

namespace Twin.Grains.Units;

/// <summary>Finds which rows of a report are held.</summary>
internal static class HeldRows
{
    /// <summary>The held ones among what was taken.</summary>
    /// <param name="taken">What was taken, in order.</param>
    /// <param name="rejected">What of the report was refused.</param>
    /// <param name="firstSequence">The sequence number of the first taken; <c>null</c> where none has any.</param>
    public static ImmutableArray<HeldObservation> Of(
        ImmutableArray<Observation> taken, ImmutableArray<RejectedObservation> rejected, long? firstSequence)
    {
        int[]? places = null;
        ImmutableArray<HeldObservation>.Builder? held = null;
        for (var i = 0; i < taken.Length; i++)
        {
            if (taken[i].Notes?.Held is { } finding)
            {
                held ??= ImmutableArray.CreateBuilder<HeldObservation>();
                places ??= Places(taken.Length, rejected);
                held.Add(new HeldObservation(places[i], firstSequence + i ?? 0, finding));
            }
        }

        return held?.DrainToImmutable() ?? [];
    }

    /// <summary>The place in the report of each that was taken.</summary>
    private static int[] Places(int taken, ImmutableArray<RejectedObservation> rejected)
    {
        var refused = rejected.Select(one => one.Index).ToHashSet();
        return [.. Enumerable.Range(0, taken + rejected.Length).Where(place => !refused.Contains(place))];
    }
}
