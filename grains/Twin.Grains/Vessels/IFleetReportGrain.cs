namespace Twin.Grains.Vessels;

/// <summary>
/// Reports the indicators that count the fleet, as observations of its units like any other: docs/adr/0078. One grain.
/// </summary>
public interface IFleetReportGrain : IGrainWithStringKey
{
    /// <summary>The key of the one there is.</summary>
    const string Key = "fleet";

    /// <summary>Reports from now on, from time to time.</summary>
    Task Watch();

    /// <summary>Reports now what has changed; gives how many units had something to report.</summary>
    Task<int> Report();
}
