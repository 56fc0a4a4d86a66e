using Orleans.Core;

namespace Orleans.Runtime;

/// <summary>
/// A state that is kept for a grain: a constructor parameter marked <see cref="PersistentStateAttribute"/>.
/// </summary>
public interface IPersistentState<TState> : IStorage<TState>;
