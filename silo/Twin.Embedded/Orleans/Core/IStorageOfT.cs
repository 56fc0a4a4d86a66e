namespace Orleans.Core;

/// <summary>A state that is kept for a grain, with its value.</summary>
public interface IStorage<TState> : IStorage
{
    /// <summary>The state in memory. It is loaded before <see cref="Grain.OnActivateAsync"/>.</summary>
    TState State { get; set; }
}
