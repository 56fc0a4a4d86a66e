using System.Collections.Immutable;
using Twin.Model.Calendars;
using Twin.Model.Quality;
using Twin.Model.Time;

namespace Twin.Grains.Units;

/// <summary>
/// Keeps the scores of what a unit reports until something changes that they are made of: a report, a figure beside it,
/// or the day, on which something may have fallen due. For one unit's grain.
/// </summary>
internal sealed class OwnQuality(UnitQuality quality, Func<long> version)
{
    /// <summary>How many periods are kept; people and alerts look at few.</summary>
    private const int MaxKept = 8;

    private readonly Dictionary<TimePeriod, (Made Made, ImmutableArray<ValueQuality> Values)> _kept = [];

    /// <summary>The scores by the end of a period.</summary>
    public ImmutableArray<ValueQuality> Score(TimePeriod at, DateTimeOffset now, PeerBands peers)
    {
        var made = new Made(version(), peers.Version, VietnamDay.Of(now));
        if (_kept.TryGetValue(at, out var known) && known.Made == made)
        {
            return known.Values;
        }

        if (_kept.Count >= MaxKept)
        {
            _kept.Clear();
        }

        var values = quality.Score(at, now, peers);
        _kept[at] = (made, values);
        return values;
    }

    /// <summary>The scores of the parts; of one unit they are soon worked out.</summary>
    public ImmutableArray<ValueQuality> ScoreParts(TimePeriod at, DateTimeOffset now) => quality.ScoreParts(at, now);

    private readonly record struct Made(long Version, long Peers, DateOnly Day);
}
