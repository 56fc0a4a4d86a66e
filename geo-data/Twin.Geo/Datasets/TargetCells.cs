namespace Twin.Geo.Datasets;

/// <summary>A row of a plan out of a table of any form, with its cells under the names of <c>targets.csv</c>.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Cells">The texts by column; a column that is left out is empty.</param>
/// <param name="IndicatorHint">What to do where it lacks an indicator; <c>null</c> for nothing more.</param>
public sealed record TargetCells(int Line, IReadOnlyDictionary<string, string> Cells, string? IndicatorHint);
