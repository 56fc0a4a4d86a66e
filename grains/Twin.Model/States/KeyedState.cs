namespace Twin.Model.States;

/// <summary>A stored state with its name.</summary>
public sealed record KeyedState(StateKey Key, StoredState State);
