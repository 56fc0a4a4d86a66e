namespace Twin.Grains.Vessels;

/// <summary>
/// Looks for vessels that are lost or where they may not be, and has their units open cases. One grain, with a clock of
/// its own: no report waits for it.
/// </summary>
public interface IFleetWatchGrain : IGrainWithStringKey
{
    /// <summary>The key of the one there is.</summary>
    const string Key = "fleet";

    /// <summary>Looks from now on, from time to time.</summary>
    Task Watch();

    /// <summary>Looks now.</summary>
    Task Look();
}
