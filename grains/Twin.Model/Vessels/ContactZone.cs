namespace Twin.Model.Vessels;

/// <summary>Where a vessel was heard last, as far as contact is concerned.</summary>
public enum ContactZone
{
    /// <summary>At sea.</summary>
    AtSea = 0,

    /// <summary>In a port.</summary>
    InPort = 1,
}
