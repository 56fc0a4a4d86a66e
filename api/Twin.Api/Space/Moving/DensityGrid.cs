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
using Twin.Model.Space;

namespace Twin.Api.Space.Moving;

/// <summary>Counts vessels or places on a grid of squares or hexagons. Stateless.</summary>
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

    /// <summary>The cells that hold anything as GeoJSON; or why there is none: too many.</summary>
    /// <param name="things">What is counted.</param>
    /// <param name="positionOf">Where one of them is.</param>
    /// <param name="counts">What else is counted in a cell, by the names of properties.</param>
    /// <param name="shape">Squares or hexagons.</param>
    /// <param name="matrix">The tile matrix whose tiles are as wide as the cells.</param>
    /// <param name="geoJson">The cells.</param>
    /// <param name="refusal">Why there are none.</param>
    public static bool TryMake<T>(
        IReadOnlyList<T> things,
        Func<T, GeoPosition> positionOf,
        IReadOnlyList<(string Name, Func<T, bool> Counts)> counts,
        string shape,
        int matrix,
        out ReadOnlyMemory<byte> geoJson,
        [NotNullWhen(false)] out Refusal? refusal)
    {
        var isHex = shape is Hexagons;
        var cells = things.GroupBy(one => isHex
                ? Of(HexCell.Holding(positionOf(one), matrix))
                : Of(Tile.Holding(positionOf(one), matrix)))
            .OrderBy(group => group.Key).ToArray();
        if (cells.Length > MaxCells)
        {
            geoJson = default;
            refusal = new Refusal(
                ProblemCodes.TooLarge,
                string.Create(CultureInfo.InvariantCulture, $"What is counted lies in {cells.Length} cells."),
                FormattableString.Invariant(
                    $"Give a smaller area, or a matrix below {matrix}: at most {MaxCells} cells are answered."));
            return false;
        }

        geoJson = GeoJsonFeatureWriter.Write(
            [.. cells.Select(group => Feature(matrix, isHex, group.Key, [.. group], counts))]);
        refusal = null;
        return true;
    }

    private static (int Row, int Column) Of(Tile tile) => (tile.Row, tile.Column);

    private static (int Row, int Column) Of(HexCell cell) => (cell.R, cell.Q);

    private static GeoJsonFeature Feature<T>(
        int matrix,
        bool isHex,
        (int Row, int Column) cell,
        IReadOnlyList<T> things,
        IReadOnlyList<(string Name, Func<T, bool> Counts)> counts)
    {
        var outline = isHex
            ? new HexCell(matrix, cell.Column, cell.Row).Outline()
            : (Polygon)new GeometryFactory().ToGeometry(new Tile(matrix, cell.Row, cell.Column).Bounds);
        var area = GeodesicArea.SquareMeters(outline) / SquareMetersPerSquareKilometer;
        ImmutableArray<KeyValuePair<string, JsonElement>> properties =
        [
            Number("count", things.Count),
            .. counts.Select(one => Number(one.Name, things.Count(one.Counts))),
            Number("areaSquareKilometers", Math.Round(area, 6)),
            Number("perSquareKilometer", Math.Round(things.Count / area, 6)),
        ];
        return new GeoJsonFeature(
            string.Create(CultureInfo.InvariantCulture, $"{matrix}/{cell.Row}/{cell.Column}"), outline, properties);
    }

    private static KeyValuePair<string, JsonElement> Number(string name, double value) =>
        new(name, JsonSerializer.SerializeToElement(value));
}
