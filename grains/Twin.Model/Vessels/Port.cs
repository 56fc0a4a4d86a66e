using Twin.Model.Space;

namespace Twin.Model.Vessels;

/// <summary>A place where silence is no loss: a circle around a landing place.</summary>
/// <param name="Code">Its code.</param>
/// <param name="NameVi">Its name in Vietnamese.</param>
/// <param name="NameEn">Its name in English.</param>
/// <param name="Center">Its middle.</param>
/// <param name="RadiusMeters">How far it reaches.</param>
public sealed record Port(string Code, string NameVi, string NameEn, GeoPosition Center, double RadiusMeters)
{
    private const double MetersPerDegree = GreatCircle.EarthRadiusMeters * Math.PI / 180;

    /// <summary>Whether a position is in it.</summary>
    public bool Holds(GeoPosition position) =>
        // Most positions are far away, and the difference of latitude alone tells.
        Math.Abs(position.LatitudeDegrees - Center.LatitudeDegrees) * MetersPerDegree <= RadiusMeters
        && GreatCircle.DistanceMeters(Center, position) <= RadiusMeters;
}
