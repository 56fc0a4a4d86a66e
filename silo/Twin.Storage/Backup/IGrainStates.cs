namespace Twin.Storage.Backup;

/// <summary>
/// States of grains that the host of the grains keeps by itself, beside what the stores of the twin keep. A backup has
/// both in one table; where both know a state, the host's is the newer. Members block.
/// </summary>
public interface IGrainStates
{
    /// <summary>Whether the host keeps the states of such grains.</summary>
    bool Keeps(string grainType);

    /// <summary>All of them, as of one moment.</summary>
    IReadOnlyList<GrainStateRow> ReadAll();

    /// <summary>Makes these all that there are, durably, or changes nothing.</summary>
    void ReplaceAll(IReadOnlyList<GrainStateRow> states);
}
