using System.Runtime.CompilerServices;

namespace Twin.Embedded.Hosting;

/// <summary>
/// How much an activation has been doing of late: what it added counts in full in the epoch of it, and half as much in
/// each one after. Written by one thread at a time; read by any, a moment old. Twelve bytes, for a million of them live
/// at once.
/// </summary>
internal struct RecentLoad
{
    private int _epoch;
    private float _busySeconds;
    private float _calls;

    /// <summary>Adds what was done in the given epoch, which is not before the last one that was given.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int epoch, double busySeconds, int calls)
    {
        if (_epoch != epoch)
        {
            Decay(epoch);
        }

        _busySeconds += (float)busySeconds;
        _calls += calls;
    }

    /// <summary>Busy seconds and calls, each by the second.</summary>
    /// <param name="epoch">The epoch of now.</param>
    /// <param name="shareOfEpoch">How much of it is over, 0 to 1.</param>
    /// <param name="epochLength">How long an epoch is.</param>
    public readonly (double BusyShare, double CallsPerSecond) Read(int epoch, double shareOfEpoch, TimeSpan epochLength)
    {
        // With work at an even pace r the sum is r × length × (1/2 + 1/4 + … = 1) at the start of an epoch, and has
        // grown by another r × length at its end.
        var remains = Remains(epoch);
        var seconds = epochLength.TotalSeconds * (1 + Math.Clamp(shareOfEpoch, 0, 1));
        return (_busySeconds * remains / seconds, _calls * remains / seconds);
    }

    private void Decay(int epoch)
    {
        var remains = Remains(epoch);
        _busySeconds *= remains;
        _calls *= remains;
        _epoch = epoch;
    }

    // Epochs wrap around, so compared by difference; one that another thread has just begun may seem to lie ahead.
    private readonly float Remains(int epoch) => MathF.ScaleB(1, -Math.Clamp(epoch - _epoch, 0, 126));
}
