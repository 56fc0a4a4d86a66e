using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Twin.Geo.Repair;

namespace Twin.Geo.Formats;

/// <summary>
/// Reads a table of features of a GeoPackage. The file is opened for reading only, and only tables are read: a view
/// could cost its author nothing and the reader everything.
/// </summary>
internal sealed class GeoPackageReader : MapFileReader
{
    private const string Hint = "Write the GeoPackage anew, with one table of features.";

    private const string Tables = """
        SELECT g.table_name, g.column_name, s.organization, s.organization_coordsys_id
        FROM gpkg_geometry_columns g
        JOIN sqlite_schema t ON t.name = g.table_name AND t.type = 'table'
        LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id
        ORDER BY g.table_name
        """;

    private readonly SqliteConnection _connection;
    private readonly string _table;
    private readonly string _column;

    /// <summary>Opens the file and chooses its table; throws where it is no GeoPackage.</summary>
    public GeoPackageReader(string path, MapReadOptions options)
        : base(options)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = $"file:{Uri.EscapeDataString(Path.GetFullPath(path))}?immutable=1",
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ConnectionString);
        try
        {
            (_table, _column, DeclaredCrs) = Choose(options.Layer);
        }
        catch (Exception exception)
        {
            _connection.Dispose();
            if (exception is SqliteException)
            {
                throw Damaged(exception);
            }

            throw;
        }
    }

    /// <inheritdoc/>
    public override MapFormat Format => MapFormat.GeoPackage;

    /// <inheritdoc/>
    public override string? DeclaredCrs { get; }

    /// <inheritdoc/>
    protected override IEnumerable<MapFeature> ReadFeatures()
    {
        using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // A name cannot be a parameter; it is that of a table in the schema, quoted.
        command.CommandText = $"SELECT * FROM {Quote(_table)}";
#pragma warning restore CA2100
        using var rows = Guard(command.ExecuteReader);
        var geometry = Enumerable.Range(0, rows.FieldCount).FirstOrDefault(
            column => string.Equals(rows.GetName(column), _column, StringComparison.OrdinalIgnoreCase), -1);
        if (geometry < 0)
        {
            throw new MapFileException("malformed_geopackage", $"The table has no column '{Cut(_column)}'.", Hint);
        }

        for (var number = 1; Guard(rows.Read); number++)
        {
            yield return ReadFeature(rows, geometry, number);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool isDisposing)
    {
        _connection.Dispose();
        base.Dispose(isDisposing);
    }

    private static MapFileException Damaged(Exception exception) => new(
        "malformed_geopackage", "The file is no GeoPackage, or is damaged: " + exception.Message, Hint, exception);

    private static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SqliteException exception)
        {
            throw Damaged(exception);
        }
    }

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static JsonElement ToJson(SqliteDataReader rows, int column) => rows.GetValue(column) switch
    {
        long number when rows.GetDataTypeName(column).StartsWith("BOOL", StringComparison.OrdinalIgnoreCase) =>
            JsonSerializer.SerializeToElement(number != 0),
        long number => JsonSerializer.SerializeToElement(number),
        double number when double.IsFinite(number) => JsonSerializer.SerializeToElement(number),
        string text => JsonSerializer.SerializeToElement(text),
        byte[] bytes => JsonSerializer.SerializeToElement(Convert.ToBase64String(bytes)),
        _ => JsonSerializer.SerializeToElement<object?>(null),
    };

    private (string Table, string Column, string? Crs) Choose(string? layer)
    {
        _connection.Open();
        using (var safety = _connection.CreateCommand())
        {
            safety.CommandText = "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA query_only = ON;";
            safety.ExecuteNonQuery();
        }

        var tables = new List<(string Table, string Column, string? Crs)>();
        using (var command = _connection.CreateCommand())
        {
            command.CommandText = Tables;
            using var rows = command.ExecuteReader();
            while (rows.Read())
            {
                tables.Add((rows.GetString(0), rows.GetString(1), CrsOf(rows)));
            }
        }

        var chosen = layer is null
            ? tables
            : [.. tables.Where(one => string.Equals(one.Table, layer, StringComparison.Ordinal))];
        return chosen is [var only] ? only : throw new MapFileException(
            "choose_layer",
            $"The file has {tables.Count} tables of features: {Cut(string.Join(", ", tables.Select(t => t.Table)))}.",
            "Name one as the layer.");
    }

    private static string? CrsOf(SqliteDataReader rows) =>
        !rows.IsDBNull(2) && rows.GetInt64(3) > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{rows.GetString(2)}:{rows.GetInt64(3)}")
            : null;

    private MapFeature ReadFeature(SqliteDataReader rows, int geometry, int number)
    {
        try
        {
            var properties = ImmutableArray.CreateBuilder<KeyValuePair<string, JsonElement>>(rows.FieldCount - 1);
            for (var column = 0; column < rows.FieldCount; column++)
            {
                if (column != geometry)
                {
                    properties.Add(KeyValuePair.Create(rows.GetName(column), ToJson(rows, column)));
                }
            }

            var shape = rows.IsDBNull(geometry)
                ? null
                : GeoPackageBlob.Read(rows.GetFieldValue<byte[]>(geometry), Options.MaxVertices);
            ImmutableArray<RepairNote> notes = shape is { IsEmpty: true }
                ? [new RepairNote(RepairKind.Empty, 1, null, 0)]
                : [];
            return MapFeature.Of(number, 0, new GeoJsonFeature(null, shape, properties.DrainToImmutable()), notes);
        }
        catch (MapFileException exception)
        {
            return new MapFeature(number, 0, null, exception.Refusal, []);
        }
        catch (Exception exception) when (exception is FormatException or InvalidCastException or SqliteException)
        {
            return MapFeature.Refused(number, 0, "malformed_geometry", exception.Message, Hint);
        }
    }
}
