using Twin.Model.Rollups;

namespace Twin.Model.Boundaries;

/// <summary>A figure on the boundaries of another date.</summary>
/// <param name="Figure">
/// The figure; expected are the units that should have reported it, on the boundaries of then, with those of which
/// nothing is known.
/// </param>
/// <param name="Note">How it came there.</param>
public sealed record RebasedFigure(Rollup Figure, RebasingNote Note);
