namespace Twin.Geo.Datasets;

/// <summary>A value with the row that it was read from, so that later checks can name the line.</summary>
internal readonly record struct Keyed<T>(CsvRow Row, T Value);
