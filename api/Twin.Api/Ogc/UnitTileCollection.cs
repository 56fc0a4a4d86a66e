using System.Collections.Immutable;
using Twin.Api.Requests;
using Twin.Api.Space;

namespace Twin.Api.Ogc;

/// <summary>The administrative units of a day as tiles, all of them or those of one level.</summary>
internal sealed class UnitTileCollection(UnitLayers layers) : ITileCollection
{
    /// <inheritdoc/>
    public string Id => UnitTiles.LayerName;

    /// <inheritdoc/>
    public string Title => "Administrative units";

    /// <inheritdoc/>
    public int? GeometryDimension => 2;

    /// <inheritdoc/>
    public ImmutableArray<KeyValuePair<string, string>> Fields => UnitTiles.Fields;

    /// <inheritdoc/>
    public ImmutableArray<QueryParameter> Parameters { get; } = [DayInterval.Parameter, QueryParameters.Level];

    /// <inheritdoc/>
    public async ValueTask<TileView?> OpenAsync(
        QueryReader query, DateOnly today, CancellationToken cancellationToken)
    {
        var day = DayInterval.ReadDay(query, today);
        var level = query.Level();
        if (query.Refusal is not null)
        {
            return null;
        }

        var layer = await layers.OnAsync(day, cancellationToken);
        return new TileView(layer.Bounds, tile => ValueTask.FromResult(layer.Tiles.Get(level, tile)));
    }
}
