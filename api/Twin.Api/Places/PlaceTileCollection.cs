using System.Collections.Immutable;
using Twin.Api.Ogc;
using Twin.Api.Requests;
using Twin.Model.Places;

namespace Twin.Api.Places;

/// <summary>The places of a layer on a day as tiles.</summary>
internal sealed class PlaceTileCollection(PlaceSchema schema, PlaceViews views) : ITileCollection
{
    /// <inheritdoc/>
    public string Id => schema.Id;

    /// <inheritdoc/>
    public string Title => schema.Title;

    /// <inheritdoc/>
    public int? GeometryDimension => schema.Layer switch
    {
        PlaceLayer.Sites => 0,
        PlaceLayer.Routes => 1,
        PlaceLayer.Zones => 2,
        _ => null,
    };

    /// <inheritdoc/>
    public ImmutableArray<KeyValuePair<string, string>> Fields { get; } = PlaceTiles.FieldsOf(schema);

    /// <inheritdoc/>
    public ImmutableArray<QueryParameter> Parameters { get; } = [DayInterval.Parameter];

    /// <inheritdoc/>
    public async ValueTask<TileView?> OpenAsync(
        QueryReader query, DateOnly today, CancellationToken cancellationToken)
    {
        var day = DayInterval.ReadDay(query, today);
        if (query.Refusal is not null)
        {
            return null;
        }

        var view = await views.GetAsync(schema.Layer, new DayInterval(day, day), cancellationToken);
        return new TileView(view.Bounds, tile => ValueTask.FromResult(view.Tiles.Get(tile)));
    }
}
