using Twin.Grains.Duties;
using Twin.Model.Duties;

namespace Twin.Grains.Agencies;

/// <summary>An agency that a plan names. Keyed by its id in the dataset, such as <c>HP-A04</c>.</summary>
public interface IAgencyGrain : IGrainWithStringKey
{
    /// <summary>
    /// Its mandate, the indicators and targets that it owns and how they stand; <c>null</c> for an unknown id.
    /// </summary>
    Task<AgencyProfile?> GetProfile();

    /// <summary>The documents that it owes, as they stand at an instant, by the day they are due.</summary>
    Task<IReadOnlyList<DutyOccurrence>> GetDuties(DutyQuery query, DateTimeOffset at);

    /// <summary>Keeps a decision about a document that it owes.</summary>
    Task<DutyMarkAnswer> MarkDuty(DutyMarkMessage message);
}
