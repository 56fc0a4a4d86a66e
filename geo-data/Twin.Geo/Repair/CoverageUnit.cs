using NetTopologySuite.Geometries;

namespace Twin.Geo.Repair;

/// <summary>A unit whose ground is to fit that of its neighbors, of the unit above and of those below.</summary>
/// <param name="Code">What it is known by.</param>
/// <param name="Upper">The unit above; <c>null</c> at the top.</param>
/// <param name="Given">The shape that somebody gives it, valid; <c>null</c> where nobody does.</param>
/// <param name="Kept">The shape that it had, for where no new one is given; it gives way to those that are.</param>
public sealed record CoverageUnit(string Code, string? Upper, Geometry? Given, Geometry? Kept);
