using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Twin.Model.Dimensions;
using Twin.Model.Observations;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Api.Observations;

/// <summary>The rows of a report that are one unit's, with the lines they came from. For one thread.</summary>
internal sealed class UnitRows(AdministrativeUnitCode unit)
{
    private readonly ImmutableArray<Observation>.Builder _observations = ImmutableArray.CreateBuilder<Observation>();
    private readonly List<int> _lines = [];
    private readonly Dictionary<long, int> _placesByKey = [];
    private readonly Dictionary<(long Key, Breakdown Breakdown), int> _placesOfParts = [];

    /// <summary>The unit.</summary>
    public AdministrativeUnitCode Unit => unit;

    /// <summary>How many rows there are.</summary>
    public int Count => _observations.Count;

    /// <summary>The line of a row.</summary>
    public int LineOf(int place) => _lines[place];

    /// <summary>The row itself.</summary>
    public Observation this[int place]
    {
        get => _observations[place];
        set => _observations[place] = value;
    }

    /// <summary>
    /// Adds a row, or says which earlier one is of the same indicator, period and part, and so stands in its way.
    /// </summary>
    /// <param name="line">The row's line.</param>
    /// <param name="indicator">The ordinal of the indicator.</param>
    /// <param name="observation">The observation.</param>
    /// <returns>The place of the earlier row; -1 when the row was added.</returns>
    public int Add(int line, int indicator, in Observation observation)
    {
        bool isThere;
        var key = KeyOf(indicator, observation.Period);
        ref var place = ref observation.Breakdown.IsNone
            ? ref CollectionsMarshal.GetValueRefOrAddDefault(_placesByKey, key, out isThere)
            : ref CollectionsMarshal.GetValueRefOrAddDefault(
                _placesOfParts, (key, observation.Breakdown), out isThere);
        if (isThere)
        {
            return place;
        }

        place = _observations.Count;
        _observations.Add(observation);
        _lines.Add(line);
        return -1;
    }

    /// <summary>Puts a row in the place of another of the same indicator and period.</summary>
    public void Replace(int place, int line, in Observation observation)
    {
        _observations[place] = observation;
        _lines[place] = line;
    }

    /// <summary>Takes rows out again. Places after them move.</summary>
    public void Remove(IReadOnlySet<int> places)
    {
        var kept = 0;
        for (var place = 0; place < _observations.Count; place++)
        {
            if (!places.Contains(place))
            {
                _observations[kept] = _observations[place];
                _lines[kept++] = _lines[place];
            }
        }

        _observations.Count = kept;
        _lines.RemoveRange(kept, _lines.Count - kept);
    }

    /// <summary>The rows, as a message carries them.</summary>
    public ImmutableArray<Observation> ToImmutable() => _observations.ToImmutable();

    private static long KeyOf(int indicator, TimePeriod period) => ((long)indicator << 32) | (uint)period.Key;
}
