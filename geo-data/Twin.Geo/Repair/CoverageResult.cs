using System.Collections.Immutable;
using NetTopologySuite.Geometries;

namespace Twin.Geo.Repair;

/// <summary>A map.</summary>
/// <param name="Shapes">The shapes by code; a unit of which nothing is left has none.</param>
/// <param name="Notes">What was wrong.</param>
public sealed record CoverageResult(
    ImmutableDictionary<string, Geometry> Shapes, ImmutableArray<CoverageNote> Notes);
