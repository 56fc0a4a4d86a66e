using NetTopologySuite.Geometries;
using Twin.Model.Units;

namespace Twin.Geo.Schematic;

/// <summary>The schematic shape of one unit.</summary>
/// <param name="Code">The unit.</param>
/// <param name="Level">Its tier.</param>
/// <param name="Geometry">A polygon or multipolygon in degrees, on a grid of 1e-5°.</param>
public sealed record SchematicFeature(AdministrativeUnitCode Code, AdministrativeLevel Level, Geometry Geometry);
