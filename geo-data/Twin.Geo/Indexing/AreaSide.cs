namespace Twin.Geo.Indexing;

/// <summary>A side of an area.</summary>
/// <param name="X1">Where it starts.</param>
/// <param name="Y1">Where it starts.</param>
/// <param name="X2">Where it ends.</param>
/// <param name="Y2">Where it ends.</param>
internal readonly record struct AreaSide(double X1, double Y1, double X2, double Y2);
