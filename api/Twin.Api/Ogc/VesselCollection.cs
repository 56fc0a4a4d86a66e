using System.Collections.Immutable;
using System.Globalization;
using NetTopologySuite.Geometries;
using Twin.Api.Space.Moving;
using Twin.Model.Vessels;

namespace Twin.Api.Ogc;

/// <summary>The vessels as a collection: where they are, or were by what was recorded until an instant.</summary>
internal sealed class VesselCollection(FleetMap map, TimeProvider time) : IFeatureCollection
{
    /// <summary>The id.</summary>
    public const string CollectionId = "vessels";

    private const int GeometryProperty = int.MaxValue;

    /// <inheritdoc/>
    public string Id => CollectionId;

    /// <inheritdoc/>
    public string Title => "Vessels";

    /// <inheritdoc/>
    public string Description =>
        "Every vessel that has reported, at the place of its last report: now, or at the end of what datetime gives, "
        + "by what was recorded until then. With an interval only those that were heard in it.";

    /// <inheritdoc/>
    public ImmutableArray<CollectionProperty> Properties => VesselProperties.All;

    /// <inheritdoc/>
    public DateOnly FirstDay => DateOnly.MinValue;

    /// <inheritdoc/>
    public bool HasFirstDay => false;

    /// <inheritdoc/>
    public async ValueTask<ImmutableArray<CollectionFeature>> GetAsync(
        DayInterval days, CancellationToken cancellationToken)
    {
        var (vessels, _) = await map.InsideAsync(BoxArea.Everywhere, At(days), filter: null, cancellationToken);
        return
        [
            .. vessels.Where(one => WasHeard(one, days)).OrderBy(one => one.Id, StringComparer.Ordinal).Select(Feature),
        ];
    }

    /// <inheritdoc/>
    public async ValueTask<FeaturePage> GetPageAsync(FeatureQuery query, CancellationToken cancellationToken)
    {
        var search = new VesselSearch
        {
            Area = query.Box is { } box ? SearchShape.AreaOf(box.Geometry) : BoxArea.Everywhere,
            Filter = query.Filter,
            At = At(query.Days),
            HeardSince = query.Days.IsInstant ? null : query.Days.Since,
            Condition = query.Values.IsEmpty ? null : query.HasValues,
            Limit = query.Limit,
            After = query.After is { } id ? new SearchCursor(0, id) : null,
        };
        var hits = await map.FindAsync(search, cancellationToken);
        return new FeaturePage(
            [.. hits.Hits.Select(hit => Feature(hit.Vessel))], hits.Matched, hits.Next?.Id);
    }

    /// <inheritdoc/>
    public async ValueTask<CollectionFeature?> FindAsync(
        string id, DayInterval days, CancellationToken cancellationToken) =>
        VesselId.TryParse(id, CultureInfo.InvariantCulture, out var name)
        && await map.FindAsync(name, At(days), cancellationToken) is { } found
        && found.Id.Equals(id, StringComparison.Ordinal)
        && WasHeard(found, days)
            ? Feature(found)
            : null;

    /// <inheritdoc/>
    public async ValueTask<Envelope> GetBoundsAsync(DateOnly day, CancellationToken cancellationToken) =>
        await map.BoundsAsync();

    /// <summary>Whether a vessel was heard in an interval; at an instant every one counts.</summary>
    private static bool WasHeard(VesselView vessel, DayInterval days) =>
        days.IsInstant || days.Since is not { } since || vessel.Last.PhenomenonTime >= since;

    private static CollectionFeature Feature(VesselView vessel)
    {
        var values = new object?[VesselProperties.All.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = vessel.ValueOf(i);
        }

        return new CollectionFeature(vessel.Id, (Point?)vessel.ValueOf(GeometryProperty), values);
    }

    /// <summary>The end of the interval, where it has passed; <c>null</c> for now.</summary>
    private DateTimeOffset? At(DayInterval days) => days.Until < time.GetUtcNow() ? days.Until : null;
}
