using System.Collections.Concurrent;
using Twin.Model.Indicators;
using Twin.Model.Observations;

namespace Twin.Storage.Encoding;

/// <summary>
/// The numbers that stand for indicator codes inside the log, 1 and up, and the one shared instance of each code. A
/// number is given when a code is first seen and never changes; the writer makes it durable together with, or before,
/// the first batch that uses it. Safe for any number of threads.
/// </summary>
internal sealed class IndicatorTable
{
    /// <summary>The most codes one log may hold; a city's catalogue has some thousands.</summary>
    public const int MaxCodes = 1_000_000;

    private readonly ConcurrentDictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    // Entry i is the code with number i; entry 0 is unused. Replaced when it grows, so a reader's copy stays whole.
    private volatile IndicatorCode[] _codes = new IndicatorCode[256];
    private volatile int _count;

    /// <summary>How many codes have a number.</summary>
    public int Count => _count;

    /// <summary>The code with a number of 1 to <see cref="Count"/>, or <c>false</c>.</summary>
    public bool TryGetCode(long id, out IndicatorCode code)
    {
        var exists = id >= 1 && id <= _count;
        code = exists ? _codes[id] : default;
        return exists;
    }

    /// <summary>Whether a code has a number.</summary>
    public bool Contains(IndicatorCode code) => _ids.ContainsKey(code.Value);

    /// <summary>The number of a code; gives it the next one when it is new.</summary>
    public int GetOrAdd(IndicatorCode code)
    {
        if (_ids.TryGetValue(code.Value, out var known))
        {
            return known;
        }

        lock (_gate)
        {
            if (_ids.TryGetValue(code.Value, out known))
            {
                return known;
            }

            if (_count == MaxCodes)
            {
                throw new ObservationLogException(
                    $"Indicator '{code}' cannot be kept: the log already holds {MaxCodes} indicator codes, its limit.");
            }

            return Add(code);
        }
    }

    /// <summary>Takes over a stored code; the numbers must come in order without a gap.</summary>
    public void Load(long id, IndicatorCode code)
    {
        lock (_gate)
        {
            if (id != _count + 1 || id > MaxCodes || _ids.ContainsKey(code.Value))
            {
                throw new ObservationLogException(
                    FormattableString.Invariant($"The log's indicator table is damaged at number {id} ('{code}')."));
            }

            Add(code);
        }
    }

    private int Add(IndicatorCode code)
    {
        var id = _count + 1;
        var codes = _codes;
        if (id == codes.Length)
        {
            Array.Resize(ref codes, codes.Length * 2);
        }

        // The code is in place before the count admits it, and the array before its entry is reachable by number.
        codes[id] = code;
        _codes = codes;
        _count = id;
        _ids[code.Value] = id;
        return id;
    }
}
