using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using NetTopologySuite.Geometries;
using Twin.Geo.Coordinates;
using Twin.Geo.Filters;

namespace Twin.Geo.Formats;

/// <summary>
/// Reads a CSV table (RFC 4180) with a column of well-known text, or with columns of longitude and latitude, or of
/// easting and northing, with a point or a comma in their numbers. Every other column is a property of text.
/// </summary>
internal sealed class CsvMapReader : MapFileReader
{
    private const string Hint =
        "Have a column 'wkt' with well-known text, or columns 'longitude' and 'latitude', or name them in the mapping.";

    private static readonly string[] GeometryNames = ["wkt", "geometry", "geom", "the_geom", "shape"];

    private static readonly string[] LongitudeNames =
        ["longitude", "lon", "lng", "long", "x", "easting", "kinh do", "kinh_do", "kinhdo", "toa do x"];

    private static readonly string[] LatitudeNames =
        ["latitude", "lat", "y", "northing", "vi do", "vi_do", "vido", "toa do y"];

    private readonly CsvParser _parser;
    private readonly string[] _header;
    private readonly int _geometry;
    private readonly int _longitude;
    private readonly int _latitude;
    private bool _isMalformed;

    /// <summary>Opens the table and finds its columns; throws where it has none of geometry.</summary>
    public CsvMapReader(byte[] bytes, MapReadOptions options)
        : base(options)
    {
        var encoding = options.Charset ?? new UTF8Encoding(false, throwOnInvalidBytes: true);
        _parser = new CsvParser(
            new StreamReader(new MemoryStream(bytes, writable: false), encoding),
            new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                Delimiter = Separator(bytes),
                BadDataFound = _ => _isMalformed = true,
                MaxFieldSize = 0,
            });
        _header = ReadRecord() ?? [];
        _geometry = Find(options.GeometryColumn, GeometryNames);
        _longitude = Find(options.LongitudeColumn, LongitudeNames);
        _latitude = Find(options.LatitudeColumn, LatitudeNames);
        if (_geometry < 0 && (_longitude < 0 || _latitude < 0))
        {
            throw new MapFileException(
                "no_geometry_column",
                $"None of the columns '{Cut(string.Join(", ", _header))}' holds a geometry.",
                Hint);
        }
    }

    /// <inheritdoc/>
    public override MapFormat Format => MapFormat.Csv;

    /// <inheritdoc/>
    protected override CoordinateReferenceSystem DefaultCrs => CoordinateReferenceSystems.Crs84;

    /// <inheritdoc/>
    protected override IEnumerable<MapFeature> ReadFeatures()
    {
        for (var number = 1; ReadRecord() is { } cells; number++)
        {
            yield return ReadFeature(cells, number, _parser.RawRow);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool isDisposing)
    {
        _parser.Dispose();
        base.Dispose(isDisposing);
    }

    private static string Separator(byte[] bytes)
    {
        var end = bytes.AsSpan().IndexOf((byte)'\n');
        var header = end < 0 ? bytes : bytes.AsSpan(0, end);
        var (commas, semicolons, tabs) = (
            header.Count((byte)','), header.Count((byte)';'), header.Count((byte)'\t'));
        return commas >= semicolons && commas >= tabs ? "," : semicolons >= tabs ? ";" : "\t";
    }

    private static string Fold(string name) => TextFold.Accents(TextFold.Case(name.Trim()));

    private string[]? ReadRecord()
    {
        _isMalformed = false;
        try
        {
            return _parser.Read() ? _parser.Record : null;
        }
        catch (DecoderFallbackException exception)
        {
            throw new MapFileException(
                "wrong_encoding",
                string.Create(
                    CultureInfo.InvariantCulture, $"After line {_parser.RawRow} the text is not in its encoding."),
                "State the encoding, such as tcvn3, or save the table as UTF-8.",
                exception);
        }
    }

    private int Find(string? asked, string[] names)
    {
        if (asked is null)
        {
            return Array.FindIndex(_header, name => names.Contains(Fold(name), StringComparer.Ordinal));
        }

        var found = Array.FindIndex(_header, name => string.Equals(name.Trim(), asked, StringComparison.Ordinal));
        return found >= 0 ? found : throw new MapFileException(
            "no_geometry_column", $"There is no column '{Cut(asked)}'.", "Use a name of the first line.");
    }

    private MapFeature ReadFeature(string[] cells, int number, int line)
    {
        if (_isMalformed || cells.Length != _header.Length)
        {
            return MapFeature.Refused(
                number, line, "malformed_row",
                string.Create(
                    CultureInfo.InvariantCulture, $"The row has {cells.Length} cells, its header {_header.Length}."),
                "Put cells that hold separators or quotes in quotes.");
        }

        try
        {
            var geometry = ReadGeometry(cells);
            return MapFeature.Of(number, line, new GeoJsonFeature(null, geometry, Properties(cells)), []);
        }
        catch (MapFileException exception)
        {
            return new MapFeature(number, line, null, exception.Refusal, []);
        }
        catch (FormatException exception)
        {
            return MapFeature.Refused(number, line, "malformed_geometry", exception.Message, Hint);
        }
    }

    private Geometry? ReadGeometry(string[] cells)
    {
        if (_geometry >= 0)
        {
            var text = cells[_geometry].Trim();
            return text.Length == 0 ? null : WellKnown.ReadText(text, Options.MaxVertices);
        }

        var (first, second) = (cells[_longitude].Trim(), cells[_latitude].Trim());
        if (first.Length == 0 && second.Length == 0)
        {
            return null;
        }

        return DecimalText.TryRead(first, out var x) && DecimalText.TryRead(second, out var y)
            ? ShapeBuilder.Factory.CreatePoint(new Coordinate(x, y))
            : throw new FormatException($"The position ('{Cut(first)}', '{Cut(second)}') is not two numbers.");
    }

    private ImmutableArray<KeyValuePair<string, JsonElement>> Properties(string[] cells) =>
    [
        .. Enumerable.Range(0, cells.Length)
            .Where(column => column != _geometry && column != _longitude && column != _latitude)
            .Select(column => KeyValuePair.Create(
                _header[column].Trim(), JsonSerializer.SerializeToElement(cells[column].Trim()))),
    ];
}
