using Orleans;
using Orleans.Concurrency;

namespace Twin.Embedded.Tests.Grains;

/// <summary>A grain that keeps two lists of words.</summary>
public interface ILedgerGrain : IGrainWithStringKey
{
    /// <summary>The words of the first state.</summary>
    Task<string> Words();

    /// <summary>Adds to the first state and writes it.</summary>
    Task Add(string word);

    /// <summary>Adds to the second state and writes it.</summary>
    Task AddOther(string word);

    Task<string> OtherWords();

    /// <summary>Adds and writes while others do the same.</summary>
    [AlwaysInterleave]
    Task AddInterleaving(string word);

    /// <summary>Adds after it has asked for the write, in the same turn.</summary>
    Task AddAfterAskingForTheWrite(string word);

    /// <summary>Adds by way of another ledger, and lets its failure pass.</summary>
    Task AddAt(string key, string word);

    Task Clear();

    Task Reload();

    Task<bool> IsStored();

    /// <summary>Writes with a token that is cancelled already.</summary>
    Task AddCancelled(string word);

    /// <summary>Touches the state from the thread pool.</summary>
    Task Misuse();
}
