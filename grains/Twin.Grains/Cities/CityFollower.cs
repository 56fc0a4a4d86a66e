using Twin.Grains.Units;
using Twin.Model.Cities;

namespace Twin.Grains.Cities;

/// <summary>Tells the units over grain calls, wherever they live.</summary>
internal sealed class CityFollower(IGrainFactory grains) : ICityFollower
{
    // Units of one depth do not wait for each other; a whole country's must not be asked at once.
    private const int AtOnce = 256;

    public async Task FollowAsync(CityRevision before, CityRevision after)
    {
        var concerned = CityDifference.Between(before.Definition, after.Definition).ConcernedUnits();
        foreach (var some in concerned.Chunk(AtOnce))
        {
            await Task.WhenAll(some.Select(
                code => grains.GetGrain<IAdministrativeUnitGrain>(code.Value).FollowCity(after.Sequence)));
        }
    }
}
