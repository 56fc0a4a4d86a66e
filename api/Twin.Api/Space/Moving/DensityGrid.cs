using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using NetTopologySuite.Geometries;
using Twin.Api.Problems;
using Twin.Geo.Formats;
using Twin.Geo.Geodesy;
using Twin.Geo.Tiles;
using Twin.Model;

namespace Twin.Api.Space.Moving;

/// <summary>Counts vessels on a grid of squares or hexagons. Stateless.</summary>
internal static class DensityGrid
{
    /// <summary>The word for hexagons.</summary>
    public const string Hexagons = "hex";

    /// <summary>The word for squares.</summary>
    public const string Squares = "square";

    /// <summary>The most cells of an answer; empty ones are none.</summary>
    public const int MaxCells = 10_000;

    /// <summary>The finest matrix: 150 m wide at the equator.</summary>
    public const int MaxMatrix = 18;

    private const double SquareMetersPerSquareKilometer = 1e6;

    /// <summary>The cells that hold vessels as GeoJSON; or why there is none: too many.</summary>
    public static bool TryMake(
        IReadOnlyList<VesselView> vessels,
        string shape,
        int matrix,
        out ReadOnlyMemory<byte> geoJson,
        [NotNullWhen(false)] out Refusal? refusal)
    {
        var isHex = shape is Hexagons;
        var cells = vessels.GroupBy(one => isHex
                ? Of(HexCell.Holding(one.Position, matrix))
                : Of(Tile.Holding(one.Position, matrix)))
            .OrderBy(group => group.Key).ToArray();
        if (cells.Length > MaxCells)
        {
            geoJson = default;
            refusal = new Refusal(
                ProblemCodes.TooLarge,
                string.Create(CultureInfo.InvariantCulture, $"The vessels lie in {cells.Length} cells."),
                FormattableString.Invariant(
                    $"Give a smaller area, or a matrix below {matrix}: at most {MaxCells} cells are answered."));
            return false;
        }

        geoJson = GeoJsonFeatureWriter.Write([.. cells.Select(group => Feature(matrix, isHex, group.Key, [.. group]))]);
        refusal = null;
        return true;
    }

    private static (int Row, int Column) Of(Tile tile) => (tile.Row, tile.Column);

    private static (int Row, int Column) Of(HexCell cell) => (cell.R, cell.Q);

    private static GeoJsonFeature Feature(
        int matrix, bool isHex, (int Row, int Column) cell, IReadOnlyList<VesselView> vessels)
    {
        var outline = isHex
            ? new HexCell(matrix, cell.Column, cell.Row).Outline()
            : (Polygon)new GeometryFactory().ToGeometry(new Tile(matrix, cell.Row, cell.Column).Bounds);
        var area = GeodesicArea.SquareMeters(outline) / SquareMetersPerSquareKilometer;
        ImmutableArray<KeyValuePair<string, JsonElement>> properties =
        [
            Number("count", vessels.Count),
            Number("lost", vessels.Count(one => one.Contact.IsLost)),
            Number("threeNo", vessels.Count(one => one.IsThreeNo)),
            Number("areaSquareKilometers", Math.Round(area, 6)),
            Number("perSquareKilometer", Math.Round(vessels.Count / area, 6)),
        ];
        return new GeoJsonFeature(
            string.Create(CultureInfo.InvariantCulture, $"{matrix}/{cell.Row}/{cell.Column}"), outline, properties);
    }

    private static KeyValuePair<string, JsonElement> Number(string name, double value) =>
        new(name, JsonSerializer.SerializeToElement(value));
}
