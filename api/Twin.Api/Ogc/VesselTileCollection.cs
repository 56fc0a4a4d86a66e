using System.Collections.Immutable;
using Twin.Api.Requests;
using Twin.Api.Space;
using Twin.Api.Space.Moving;
using Twin.Geo.Tiles;

namespace Twin.Api.Ogc;

/// <summary>
/// The vessels as vector tiles: each by itself where a tile has few, else counted on a grid of 32 by 32. Made anew for
/// each request, for they move; the entity tag says when nothing has.
/// </summary>
internal sealed class VesselTileCollection(FleetMap map, TimeProvider time) : ITileCollection
{
    /// <inheritdoc/>
    public string Id => VesselCollection.CollectionId;

    /// <inheritdoc/>
    public string Title => "Vessels";

    /// <inheritdoc/>
    public int? GeometryDimension => 0;

    /// <inheritdoc/>
    public ImmutableArray<KeyValuePair<string, string>> Fields => VesselTile.Fields;

    /// <inheritdoc/>
    public ImmutableArray<QueryParameter> Parameters { get; } = [DayInterval.Parameter];

    /// <inheritdoc/>
    public async ValueTask<TileView?> OpenAsync(
        QueryReader query, DateOnly today, CancellationToken cancellationToken)
    {
        var days = DayInterval.Read(query, today);
        return query.Refusal is null
            ? new TileView(await map.BoundsAsync(), tile => GetTileAsync(days, tile, cancellationToken))
            : null;
    }

    private async ValueTask<TileDocument?> GetTileAsync(
        DayInterval days, Tile tile, CancellationToken cancellationToken)
    {
        DateTimeOffset? at = days.Until < time.GetUtcNow() ? days.Until : null;
        var since = days.IsInstant ? null : days.Since;
        var (vessels, _) = await map.InsideAsync(
            new BoxArea(VesselTile.BoxesOf(tile)), at, filter: null, cancellationToken);
        var shown = since is { } first ? vessels.Where(one => one.Last.PhenomenonTime >= first) : vessels;
        return VesselTile.Encode(Id, tile, [.. shown]) is { } bytes ? new TileDocument(bytes) : null;
    }
}
