using Twin.Model.Space;

namespace Twin.Api.Space.Moving;

/// <summary>How near a box can be. Stateless.</summary>
internal static class BoxDistance
{
    /// <summary>
    /// A distance that no position of a box is nearer than; 0 in it. Reckoned on a sphere from the parallels and the
    /// meridians of its sides, and short of that by what the sphere may be wrong.
    /// </summary>
    public static double AtLeastMeters(GeoPosition position, GeoBox box)
    {
        var (longitude, latitude) = (position.LongitudeDegrees, position.LatitudeDegrees);
        var north = Math.Max(0, Math.Max(box.SouthDegrees - latitude, latitude - box.NorthDegrees));
        var angle = double.DegreesToRadians(north);
        if (longitude < box.WestDegrees || longitude > box.EastDegrees)
        {
            var east = Math.Min(
                Math.Abs(Math.IEEERemainder(box.WestDegrees - longitude, 360)),
                Math.Abs(Math.IEEERemainder(longitude - box.EastDegrees, 360)));
            if (east < 90)
            {
                // A meridian is nowhere nearer than where the shortest line to it meets it at a right angle.
                var cos = Math.Cos(double.DegreesToRadians(latitude));
                angle = Math.Max(angle, Math.Asin(cos * Math.Sin(double.DegreesToRadians(east))));
            }
        }

        return GreatCircle.EarthRadiusMeters * angle * (1 - CircleArea.SphereError);
    }
}
