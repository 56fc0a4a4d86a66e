namespace Twin.Geo.Datasets;

/// <summary>A boundary file that a dataset names, whether or not it was read.</summary>
/// <param name="File">The file, relative to the dataset's folder.</param>
/// <param name="ValidFrom">The first day of its shapes.</param>
/// <param name="ValidTo">The last day; <c>null</c> while they stand.</param>
/// <param name="IsSchematic">Whether its shapes are drawn from centroids and areas.</param>
public sealed record BoundaryFile(string File, DateOnly ValidFrom, DateOnly? ValidTo, bool IsSchematic);
