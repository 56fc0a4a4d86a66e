namespace Twin.Geo.Schematic;

/// <summary>A point of the plane that power diagrams are computed in.</summary>
/// <param name="X">Kilometers east.</param>
/// <param name="Y">Kilometers north.</param>
internal readonly record struct PlanarPoint(double X, double Y)
{
    public double SquaredDistanceTo(PlanarPoint other) =>
        ((X - other.X) * (X - other.X)) + ((Y - other.Y) * (Y - other.Y));
}
