using Twin.Model.Dimensions;
using Twin.Model.Time;

namespace Twin.Model.Rollups;

/// <summary>Where the figures of one unit are found from which others are derived: what rolled up to it.</summary>
public interface IFigureSource
{
    /// <summary>
    /// The figure that rolled up, in total or of a part; <c>null</c> where nobody ever contributed to it.
    /// </summary>
    Rollup? Find(int indicator, TimePeriod period, Breakdown breakdown);

    /// <summary>The periods for which there are figures of an indicator.</summary>
    IEnumerable<TimePeriod> Periods(int indicator);
}
