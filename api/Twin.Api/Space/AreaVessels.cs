using NetTopologySuite.Geometries;
using Twin.Api.Space.Moving;

namespace Twin.Api.Space;

/// <summary>Counts the vessels in an area. Safe for any number of threads.</summary>
internal sealed class AreaVessels(FleetMap map)
{
    /// <summary>The vessels in an area: now, or as of an earlier instant.</summary>
    public async Task<AreaVesselsAnswer> CountAsync(
        Geometry area, DateTimeOffset? at, CancellationToken cancellationToken)
    {
        var (inside, moment) = await map.InsideAsync(new ShapeArea(area), at, filter: null, cancellationToken);
        return new AreaVesselsAnswer
        {
            At = moment.At,
            Vessels = inside.Count,
            Lost = inside.Count(one => one.Contact.IsLost),
            NotEligible = inside.Count(one => !one.IsEligible),
            ThreeNo = inside.Count(one => one.IsThreeNo),
            Groups =
            [
                .. inside.GroupBy(one => (one.Vessel.SizeClass, one.Contact.State))
                    .OrderBy(group => group.Key.SizeClass).ThenBy(group => group.Key.State)
                    .Select(group => new AreaVesselGroupAnswer(group.Key.SizeClass, group.Key.State, group.Count())),
            ],
        };
    }
}
