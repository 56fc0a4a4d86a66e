using Twin.Model.Plans;

namespace Twin.Api.Catalogues;

/// <summary>A value laid down for a day.</summary>
/// <param name="Date">The day.</param>
/// <param name="Value">The value, in the indicator's unit of measure.</param>
internal sealed record PathwayPointAnswer(DateOnly Date, double Value)
{
    /// <summary>Makes the answer of a point.</summary>
    public static PathwayPointAnswer Of(PathwayPoint point) => new(point.Date, point.Value);
}
