namespace Twin.Simulation.Tests.Faults;

/// <summary>
/// Which faults a world has and how often. The seed leaves out about half of the kinds, and others not: a bug often
/// needs one kind many times, and hides when everything fails at once.
/// </summary>
internal sealed class FaultPlan
{
    private const int Certain = 1_000;
    private const int MostPerMille = 200;

    private readonly Random _random;
    private readonly int[] _perMille = new int[Enum.GetValues<FaultKind>().Length];
    private readonly int[] _counts = new int[Enum.GetValues<FaultKind>().Length];

    public FaultPlan(Random random)
    {
        _random = random;
        for (var kind = 0; kind < _perMille.Length; kind++)
        {
            var isIn = random.Next(2) == 0;
            var perMille = random.Next(1, MostPerMille);
            _perMille[kind] = isIn ? perMille : 0;
        }
    }

    /// <summary>Whether faults may happen.</summary>
    public bool IsOn { get; set; } = true;

    /// <summary>How often each kind has happened.</summary>
    public IReadOnlyList<int> Counts => _counts;

    /// <summary>Whether a fault of the kind happens now.</summary>
    public bool Strikes(FaultKind kind)
    {
        if (!IsOn || _random.Next(Certain) >= _perMille[(int)kind])
        {
            return false;
        }

        _counts[(int)kind]++;
        return true;
    }

    /// <summary>The first of the kinds that happens now, if one does.</summary>
    public FaultKind? Draw(params ReadOnlySpan<FaultKind> kinds)
    {
        foreach (var kind in kinds)
        {
            if (Strikes(kind))
            {
                return kind;
            }
        }

        return null;
    }
}
