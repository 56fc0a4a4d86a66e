using Twin.Model.Space;

namespace Twin.Geo.Ais;

/// <summary>When and where a tide lets ships pass.</summary>
/// <param name="Position">Where.</param>
/// <param name="From">From when, UTC.</param>
/// <param name="To">Until when, UTC.</param>
/// <param name="CurrentDirectionDegrees">Where the current goes, 0 to 359.</param>
/// <param name="CurrentSpeedKnots">How fast.</param>
public readonly record struct AisTidalWindow(
    GeoPosition? Position, AisMoment From, AisMoment To, int? CurrentDirectionDegrees, double? CurrentSpeedKnots);
