using Twin.Model.Cities;

namespace Twin.Grains.Cities;

/// <summary>Lets the units follow when what the city is has changed.</summary>
public interface ICityFollower
{
    /// <summary>
    /// Tells every unit whose roll-up depends on the difference, those furthest down first; completes when all of them
    /// have ended what they did on the earlier revision. Repeats change nothing.
    /// </summary>
    Task FollowAsync(CityRevision before, CityRevision after);
}
