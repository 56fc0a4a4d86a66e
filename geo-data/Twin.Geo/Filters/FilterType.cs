namespace Twin.Geo.Filters;

/// <summary>What kind of value an expression of a filter has.</summary>
public enum FilterType
{
    /// <summary>A text (<see cref="string"/>).</summary>
    Text,

    /// <summary>A number (<see cref="double"/>).</summary>
    Number,

    /// <summary>Yes or no (<see cref="bool"/>).</summary>
    Flag,

    /// <summary>An instant, a day or an interval (<see cref="FilterTime"/>).</summary>
    Time,

    /// <summary>A geometry in CRS84 (<see cref="NetTopologySuite.Geometries.Geometry"/>).</summary>
    Geometry,
}
