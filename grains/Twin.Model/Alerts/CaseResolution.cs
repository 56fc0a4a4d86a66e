namespace Twin.Model.Alerts;

/// <summary>How a case came to its end.</summary>
public enum CaseResolution
{
    /// <summary>What began it was over by itself: the vessel was heard again, or has left.</summary>
    OverByItself = 0,

    /// <summary>The vessel was found, and is well.</summary>
    FoundWell = 1,

    /// <summary>It came back to port.</summary>
    ReturnedToPort = 2,

    /// <summary>It was in distress and was helped.</summary>
    Rescued = 3,

    /// <summary>The device was broken.</summary>
    DeviceBroken = 4,

    /// <summary>A sanction was imposed.</summary>
    Sanctioned = 5,

    /// <summary>Another authority has taken it over.</summary>
    HandedOver = 6,

    /// <summary>There was nothing to it.</summary>
    FalseAlarm = 7,
}
