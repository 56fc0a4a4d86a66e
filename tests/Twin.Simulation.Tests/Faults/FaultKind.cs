namespace Twin.Simulation.Tests.Faults;

/// <summary>What can go wrong in a simulated world.</summary>
internal enum FaultKind
{
    /// <summary>A call does not arrive, and its caller learns of it.</summary>
    RequestLost,

    /// <summary>A call is carried out, and its caller is told that it failed.</summary>
    AnswerLost,

    /// <summary>A call's caller is told that it failed, and it arrives later: after whatever came meanwhile.</summary>
    RequestLate,

    /// <summary>A call arrives, and once more later.</summary>
    RequestRepeated,

    /// <summary>A call travels for long.</summary>
    RequestSlow,

    /// <summary>An answer travels for long.</summary>
    AnswerSlow,

    /// <summary>A commit takes seconds.</summary>
    CommitSlow,

    /// <summary>A commit fails and nothing of it is durable.</summary>
    CommitFailed,

    /// <summary>A commit fails although all of it is durable.</summary>
    CommitInDoubt,

    /// <summary>A read of the log takes seconds.</summary>
    ReadSlow,

    /// <summary>A read of the log fails, at its start or on its way.</summary>
    ReadFailed,

    /// <summary>An activation is ended.</summary>
    Deactivation,

    /// <summary>The silo crashes; writes that were not durable are lost. It starts again over what is.</summary>
    Crash,

    /// <summary>The clock is set forwards.</summary>
    ClockJump,
}
