namespace Twin.Model.Alerts;

/// <summary>How somebody was called.</summary>
public enum CaseChannel
{
    /// <summary>By telephone.</summary>
    Phone = 0,

    /// <summary>By radio.</summary>
    Radio = 1,

    /// <summary>By satellite.</summary>
    Satellite = 2,

    /// <summary>By a written message.</summary>
    Message = 3,

    /// <summary>In person.</summary>
    Visit = 4,

    /// <summary>Through another vessel or another office.</summary>
    Relay = 5,
}
