namespace Twin.Embedded.Hosting;

/// <summary>A counter that many threads add to without meeting on one cache line. Thread-safe.</summary>
internal sealed class StripedCounter
{
    // A stripe has 128 bytes, for processors fetch cache lines in pairs.
    private const int LongsPerStripe = 16;
    private const int Stripes = 8;

    private readonly long[] _values = new long[Stripes * LongsPerStripe];

    public long Value
    {
        get
        {
            long sum = 0;
            for (var i = 0; i < _values.Length; i += LongsPerStripe)
            {
                sum += Volatile.Read(ref _values[i]);
            }

            return sum;
        }
    }

    public void Add(long amount)
    {
        var stripe = Thread.GetCurrentProcessorId() & (Stripes - 1);
        Interlocked.Add(ref _values[stripe * LongsPerStripe], amount);
    }
}
