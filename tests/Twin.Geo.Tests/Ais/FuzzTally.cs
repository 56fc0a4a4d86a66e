using Twin.Geo.Ais;

namespace Twin.Geo.Tests.Ais;

/// <summary>What became of damaged sentences.</summary>
internal sealed class FuzzTally
{
    private readonly long[] _outcomes = new long[Enum.GetValues<AisLineOutcome>().Length];
    private readonly long[] _types = new long[28];

    public long LargestMessage { get; private set; }

    public long Of(AisLineOutcome outcome) => _outcomes[(int)outcome];

    public long OfType(int type) => _types[type];

    public void Add(AisLineOutcome outcome) => _outcomes[(int)outcome]++;

    public void Add(byte type, long bytes)
    {
        Add(AisLineOutcome.Message);
        _types[type]++;
        LargestMessage = Math.Max(LargestMessage, bytes);
    }

    public override string ToString() =>
        string.Join(", ", Enum.GetValues<AisLineOutcome>().Select(o => $"{o} {Of(o):N0}"))
        + $", largest message {LargestMessage:N0} bytes";
}
