namespace Twin.Storage.Postgres;

/// <summary>What a commit is about; statements about anything else are left out of it.</summary>
[Flags]
internal enum CommitParts
{
    None = 0,

    /// <summary>Batches of observations: to look for, those with a key; to write, all.</summary>
    Batches = 1,

    /// <summary>Keys of requests.</summary>
    Requests = 2,

    /// <summary>States of grains.</summary>
    States = 4,

    /// <summary>Positions of vessels.</summary>
    Positions = 16,

    /// <summary>A new head, which those who listen are told of.</summary>
    Head = 8,
}
