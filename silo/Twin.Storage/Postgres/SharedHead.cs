namespace Twin.Storage.Postgres;

/// <summary>The last durable sequence number as far as this silo has heard; it never goes back.</summary>
internal sealed class SharedHead
{
    private long _value;

    public long Value => Volatile.Read(ref _value);

    public void Advance(long head)
    {
        for (var known = Value; head > known; known = Value)
        {
            if (Interlocked.CompareExchange(ref _value, head, known) == known)
            {
                return;
            }
        }
    }
}
