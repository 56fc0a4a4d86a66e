using Twin.Model.Units;

namespace Twin.Api.Features;

/// <summary>Where the boundaries of units come from. Safe for any number of threads.</summary>
public interface IBoundarySource
{
    /// <summary>
    /// The boundaries that stand on a day as an RFC 7946 feature collection in UTF-8; its features carry <c>code</c>,
    /// <c>level</c>, <c>nameVi</c>, <c>nameEn</c>, <c>upperUnit</c> and <c>schematic</c>. Empty of features, not
    /// <c>null</c>, where nothing matches; <c>null</c> where there are no boundaries for that day at all.
    /// </summary>
    /// <param name="day">The day.</param>
    /// <param name="level">Only units of that level; <c>null</c> for all.</param>
    /// <param name="unit">Only that unit and those below it; <c>null</c> for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<ReadOnlyMemory<byte>?> GetGeoJsonAsync(
        DateOnly day,
        AdministrativeLevel? level,
        AdministrativeUnitCode? unit,
        CancellationToken cancellationToken);
}
