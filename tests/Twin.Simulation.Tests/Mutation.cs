namespace Twin.Simulation.Tests;

/// <summary>
/// Bugs put in on purpose, each into what surrounds the grains: the log, the messages, what is published. The
/// simulation must find every one.
/// </summary>
internal enum Mutation
{
    /// <summary>No bug.</summary>
    None,

    /// <summary>The log answers before it has made a batch durable.</summary>
    AcknowledgeBeforeCommit,

    /// <summary>The log says that a batch failed, and makes it durable some time later.</summary>
    CommitAfterFailure,

    /// <summary>A failed commit leaves the first half of a batch in the log.</summary>
    TearBatch,

    /// <summary>The log forgets the idempotency keys when the silo crashes.</summary>
    ForgetKeysAtRestart,

    /// <summary>The log takes no notice of idempotency keys.</summary>
    IgnoreKeys,

    /// <summary>A unit's newest batch is left out when its batches are read.</summary>
    ReadWithoutNewest,

    /// <summary>The log loses the notes of observations when it is read: what is held counts.</summary>
    ReadWithoutNotes,

    /// <summary>After a crash the log numbers from some way back.</summary>
    ReuseSequenceNumbers,

    /// <summary>A message upwards is lost, and its sender is told that it arrived: nothing is given back.</summary>
    SwallowMessage,

    /// <summary>The last row of a message is left out.</summary>
    DropLastRow,

    /// <summary>A message that arrives late or twice counts as the newest: no version is checked.</summary>
    SkipVersionCheck,

    /// <summary>An aggregate is added to those before it and does not replace them.</summary>
    AddInsteadOfReplace,

    /// <summary>A part travels upwards as if it were the total.</summary>
    ForgetBreakdowns,

    /// <summary>What a total is made of stays behind: the values of a median, the members of a count.</summary>
    ForgetContents,

    /// <summary>Members of a catalogue that two units have are counted twice.</summary>
    CountMembersTwice,

    /// <summary>A message counts for another unit than its sender.</summary>
    MixUpSenders,

    /// <summary>A unit that starts is told by those below that they have nothing.</summary>
    StartWithoutThoseBelow,

    /// <summary>A unit that starts is told what those below had when they were first asked.</summary>
    StartFromOldTotals,

    /// <summary>A unit says that it has settled without waiting for those below.</summary>
    SettleWithoutWaiting,

    /// <summary>Units are not told what those above hold, and so do not learn that something is missing.</summary>
    NeverCompare,

    /// <summary>A repeat is answered by what is good now, and not by what the log took of the first.</summary>
    AnswerRepeatByToday,

    /// <summary>A report that failed is answered as if it had been taken.</summary>
    AnswerFailureAsSuccess,

    /// <summary>Listeners are told of changes some time later, in any order.</summary>
    PublishOutOfOrder,
}
