namespace Twin.Grains.Agencies;

/// <summary>An agency that a plan names. Keyed by its id in the dataset, such as <c>HP-A04</c>.</summary>
public interface IAgencyGrain : IGrainWithStringKey
{
    /// <summary>
    /// Its mandate, the indicators and targets that it owns and how they stand; <c>null</c> for an unknown id.
    /// </summary>
    Task<AgencyProfile?> GetProfile();
}
