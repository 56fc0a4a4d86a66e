using System.Collections.Immutable;
using NetTopologySuite.Geometries;

namespace Twin.Api.Exchange.Maps;

/// <summary>A unit that a map file draws.</summary>
/// <param name="Match">The unit, and how it was found.</param>
/// <param name="Shape">The shape in the file, valid; of several features together.</param>
/// <param name="Numbers">The features, by their place in the file.</param>
internal sealed record DraftedUnit(MatchedFeature Match, Geometry Shape, ImmutableArray<int> Numbers);
