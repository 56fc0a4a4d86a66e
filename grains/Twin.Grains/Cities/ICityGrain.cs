namespace Twin.Grains.Cities;

/// <summary>
/// The one writer of the city's journal. Keyed by the id of the dataset, which stays when units and codes do not.
/// Changes of what a city is are rare, so one grain is no bottleneck; and should there be two for a moment, the journal
/// takes the entry of only one.
/// </summary>
public interface ICityGrain : IGrainWithStringKey
{
    /// <summary>
    /// Makes a change durable and lets the units concerned follow it; what is asked after the answer sees it.
    /// </summary>
    Task<CityChangeAnswer> Change(CityChangeMessage message);
}
