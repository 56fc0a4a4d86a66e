using Twin.Model.Indicators;

namespace Twin.Geo.Datasets;

/// <summary>A row of <c>composites.csv</c>: a component of an index.</summary>
/// <param name="Composite">The index.</param>
/// <param name="Component">The component.</param>
internal sealed record CompositeRow(IndicatorCode Composite, CompositeComponent Component);
