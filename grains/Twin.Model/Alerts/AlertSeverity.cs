namespace Twin.Model.Alerts;

/// <summary>How bad it is.</summary>
public enum AlertSeverity
{
    /// <summary>Worth knowing.</summary>
    Info = 0,

    /// <summary>Somebody should look at it.</summary>
    Warning = 1,

    /// <summary>Somebody must act.</summary>
    Critical = 2,
}
