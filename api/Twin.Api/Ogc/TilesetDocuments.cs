using System.Globalization;
using System.Text.Json.Nodes;
using Twin.Geo.Coordinates;
using Twin.Geo.Tiles;

namespace Twin.Api.Ogc;

/// <summary>
/// The documents about tiles: tile matrix sets (OGC 17-083r4), tilesets (OGC 20-057) and TileJSON 3.0. Immutable.
/// </summary>
/// <param name="links">Makes the links.</param>
/// <param name="collection">The collection that the tilesets are of.</param>
/// <param name="filter">The query that picks day and level, with its question mark; empty for none.</param>
internal sealed class TilesetDocuments(OgcLinks links, ITileCollection collection, string filter)
{
    /// <summary>The word for TileJSON.</summary>
    public const string TileJson = "tilejson";

    private const string MatrixSetUri = "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad";
    private const string TilingSchemeRel = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme";

    // 0.28 mm, the pixel of the standard.
    private const double PixelMeters = 0.28e-3;
    private const int PixelsPerTile = 256;

    private readonly string _path = $"/collections/{collection.Id}/tiles/{Tile.MatrixSet}";

    /// <summary>The list of tile matrix sets.</summary>
    public static JsonObject MatrixSets(OgcLinks links, bool isHtml) => new()
    {
        ["title"] = "Tile matrix sets",
        ["tileMatrixSets"] = new JsonArray(new JsonObject
        {
            ["id"] = Tile.MatrixSet,
            ["title"] = "Web Mercator, quad tree",
            ["uri"] = MatrixSetUri,
            ["links"] = OgcAnswer.Links(links.To("self", $"/tileMatrixSets/{Tile.MatrixSet}", "Definition")),
        }),
        ["links"] = OgcAnswer.Links(links.SelfAndAlternate(isHtml)),
    };

    /// <summary>WebMercatorQuad.</summary>
    public static JsonObject MatrixSet(OgcLinks links, bool isHtml) => new()
    {
        ["id"] = Tile.MatrixSet,
        ["title"] = "Web Mercator, quad tree",
        ["uri"] = MatrixSetUri,
        ["crs"] = CoordinateReferenceSystems.Mercator.Uri,
        ["wellKnownScaleSet"] = "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible",
        ["tileMatrices"] = new JsonArray([.. Enumerable.Range(0, VectorTileset.MaxMatrix + 1).Select(Matrix)]),
        ["links"] = OgcAnswer.Links(links.SelfAndAlternate(isHtml)),
    };

    /// <summary>The tilesets of the collection: one.</summary>
    public JsonObject Tilesets(TileView view, bool isHtml) => new()
    {
        ["title"] = collection.Title,
        ["tilesets"] = new JsonArray(Tileset(view)),
        ["links"] = OgcAnswer.Links(links.SelfAndAlternate(isHtml)),
    };

    /// <summary>The tileset.</summary>
    public JsonObject Tileset(TileView view)
    {
        var document = new JsonObject
        {
            ["title"] = collection.Title,
            ["dataType"] = "vector",
            ["crs"] = CoordinateReferenceSystems.Mercator.Uri,
            ["tileMatrixSetURI"] = MatrixSetUri,
            ["layers"] = new JsonArray(Layer()),
            ["links"] = OgcAnswer.Links(
                links.To("self", _path + filter, "This tileset"),
                links.To("alternate", _path + With("f=" + OgcFormat.Html), "HTML", OgcFormat.HtmlMediaType),
                links.To("alternate", _path + With("f=" + TileJson), "TileJSON"),
                links.To(TilingSchemeRel, $"/tileMatrixSets/{Tile.MatrixSet}", "The tile matrix set"),
                Templated(links.To(
                    "item",
                    $"{_path}/{{tileMatrix}}/{{tileRow}}/{{tileCol}}{filter}",
                    "The tiles",
                    OgcMediaTypes.VectorTile))),
        };
        if (view.Bounds is { IsNull: false } box)
        {
            document["boundingBox"] = new JsonObject
            {
                ["lowerLeft"] = new JsonArray(box.MinX, box.MinY),
                ["upperRight"] = new JsonArray(box.MaxX, box.MaxY),
                ["crs"] = CoordinateReferenceSystems.Crs84.Uri,
            };
        }

        return document;
    }

    /// <summary>The tileset for map libraries.</summary>
    public JsonObject AsTileJson(TileView view)
    {
        var fields = new JsonObject();
        foreach (var (name, description) in collection.Fields)
        {
            fields[name] = description;
        }

        var document = new JsonObject
        {
            ["tilejson"] = "3.0.0",
            ["name"] = collection.Title,
            ["tiles"] = new JsonArray(links.Url(_path) + "/{z}/{y}/{x}" + filter),
            ["minzoom"] = 0,
            ["maxzoom"] = VectorTileset.MaxMatrix,
            ["vector_layers"] = new JsonArray(new JsonObject
            {
                ["id"] = collection.Id,
                ["minzoom"] = 0,
                ["maxzoom"] = VectorTileset.MaxMatrix,
                ["fields"] = fields,
            }),
        };
        if (view.Bounds is { IsNull: false } box)
        {
            document["bounds"] = new JsonArray(box.MinX, box.MinY, box.MaxX, box.MaxY);
            document["center"] = new JsonArray(box.Centre.X, box.Centre.Y, 9);
        }

        return document;
    }

    private static string MaxMatrixText => VectorTileset.MaxMatrix.ToString(CultureInfo.InvariantCulture);

    private static JsonObject Matrix(int matrix)
    {
        var cell = new Tile(matrix, 0, 0).SideMeters / PixelsPerTile;
        return new JsonObject
        {
            ["id"] = matrix.ToString(CultureInfo.InvariantCulture),
            ["scaleDenominator"] = cell / PixelMeters,
            ["cellSize"] = cell,
            ["pointOfOrigin"] = new JsonArray(-WebMercator.HalfSideMeters, WebMercator.HalfSideMeters),
            ["tileWidth"] = PixelsPerTile,
            ["tileHeight"] = PixelsPerTile,
            ["matrixWidth"] = Tile.CountOf(matrix),
            ["matrixHeight"] = Tile.CountOf(matrix),
        };
    }

    private static JsonObject Templated(JsonObject link)
    {
        link["templated"] = true;
        return link;
    }

    private string With(string parameter) =>
        filter.Length == 0 ? "?" + parameter : $"{filter}&{parameter}";

    private JsonObject Layer()
    {
        var layer = new JsonObject
        {
            ["id"] = collection.Id,
            ["title"] = collection.Title,
            ["dataType"] = "vector",
            ["minTileMatrix"] = "0",
            ["maxTileMatrix"] = MaxMatrixText,
        };
        if (collection.GeometryDimension is { } dimension)
        {
            layer["geometryDimension"] = dimension;
        }

        return layer;
    }
}
