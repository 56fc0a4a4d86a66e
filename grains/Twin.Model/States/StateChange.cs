namespace Twin.Model.States;

/// <summary>What became of a write or a removal.</summary>
public abstract record StateChange
{
    private StateChange()
    {
    }

    /// <summary>It is durable.</summary>
    /// <param name="ETag">The state's new tag; <c>null</c> when it was removed.</param>
    public sealed record Applied(string? ETag) : StateChange;

    /// <summary>Nothing was changed, for somebody else has written meanwhile.</summary>
    /// <param name="StoredETag">The tag of what is stored; <c>null</c> when nothing is.</param>
    public sealed record Conflict(string? StoredETag) : StateChange;
}
