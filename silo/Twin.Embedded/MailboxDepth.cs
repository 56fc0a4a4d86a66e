namespace Twin.Embedded;

/// <summary>The calls that wait in the mailboxes of one grain class.</summary>
/// <param name="Waiting">All of them.</param>
/// <param name="Deepest">Those of the grain with the most.</param>
public readonly record struct MailboxDepth(long Waiting, int Deepest)
{
    /// <summary>These and the calls of one more grain.</summary>
    internal MailboxDepth With(int calls) => new(Waiting + calls, Math.Max(Deepest, calls));
}
