namespace Twin.Model.Alerts;

/// <summary>How far a case has come.</summary>
public enum CaseStage
{
    /// <summary>Just opened.</summary>
    Open = 0,

    /// <summary>Somebody looks into it.</summary>
    Investigating = 1,

    /// <summary>Somebody mends it.</summary>
    Acting = 2,

    /// <summary>It waits for somebody else.</summary>
    Waiting = 3,

    /// <summary>It is done.</summary>
    Closed = 4,
}
