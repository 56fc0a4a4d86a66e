using Twin.Model.Rollups;

namespace Twin.Model.Plans;

/// <summary>A figure and its place among others.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Place">Its place; <c>null</c> without a value.</param>
public sealed record RankedFigure(Rollup Figure, RankedPlace? Place);
