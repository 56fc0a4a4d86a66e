namespace Twin.Storage.Writing;

/// <summary>Where groups of requests are made durable, each in one commit. For the writer's thread.</summary>
internal interface IGroupStore
{
    /// <summary>
    /// Makes a group durable and decides each answer; throws when it did not. Requests are applied in their order.
    /// </summary>
    void Commit(IReadOnlyList<WriteRequest> group);

    /// <summary>Cleans up after a commit that threw, and says what its callers are to hear.</summary>
    CommitFailure Abandon(Exception exception);

    /// <summary>
    /// Leaves the store in good order after the last commit. Not called when a failure was for good.
    /// </summary>
    void Finish();
}
