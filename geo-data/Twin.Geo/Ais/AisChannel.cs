namespace Twin.Geo.Ais;

/// <summary>The radio channel of a message.</summary>
public enum AisChannel
{
    /// <summary>AIS 1, 161.975 MHz.</summary>
    A,

    /// <summary>AIS 2, 162.025 MHz.</summary>
    B,

    /// <summary>Long range, 156.775 MHz (channel 75).</summary>
    C,

    /// <summary>Long range, 156.825 MHz (channel 76).</summary>
    D,
}
