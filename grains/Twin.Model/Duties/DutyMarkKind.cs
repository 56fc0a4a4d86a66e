namespace Twin.Model.Duties;

/// <summary>What somebody decided about a report, by hand.</summary>
public enum DutyMarkKind
{
    /// <summary>A document has come.</summary>
    Received = 0,

    /// <summary>It is handed back: what came before counts for nothing.</summary>
    Returned = 1,

    /// <summary>It is not asked for.</summary>
    Waived = 2,

    /// <summary>It is asked for again after all.</summary>
    Reinstated = 3,
}
