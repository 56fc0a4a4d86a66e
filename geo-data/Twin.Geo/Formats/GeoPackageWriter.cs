using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;
using Twin.Geo.Coordinates;

namespace Twin.Geo.Formats;

/// <summary>Writes a GeoPackage 1.3 with one table of features. Stateless.</summary>
internal static class GeoPackageWriter
{
    private const int Crs84Id = 4326;

    // "GPKG" as application id, 10300 as version (12-128r18 §1.1.1).
    private const string Create = """
        PRAGMA application_id = 1196444487;
        PRAGMA user_version = 10300;
        CREATE TABLE gpkg_spatial_ref_sys(
            srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
            organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
        CREATE TABLE gpkg_contents(
            table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
            description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT '1970-01-01T00:00:00.000Z',
            min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
            CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
        CREATE TABLE gpkg_geometry_columns(
            table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
            srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
            CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
            CONSTRAINT uk_gc_table_name UNIQUE (table_name),
            CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
            CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
        INSERT INTO gpkg_spatial_ref_sys VALUES
            ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', NULL),
            ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', NULL);
        """;

    private const string InsertSrs =
        "INSERT OR REPLACE INTO gpkg_spatial_ref_sys VALUES ($name, $id, 'EPSG', $id, $definition, NULL)";

    private const string InsertContents = """
        INSERT INTO gpkg_contents(table_name, data_type, identifier, min_x, min_y, max_x, max_y, srs_id)
        VALUES ($table, 'features', $table, $minX, $minY, $maxX, $maxY, $srs);
        INSERT INTO gpkg_geometry_columns VALUES ($table, 'geom', $type, $srs, 0, 0);
        """;

    /// <summary>Writes the features, which are in the coordinates of the system, to a new file.</summary>
    public static void Write(
        string path, IReadOnlyList<GeoJsonFeature> features, string layer, CoordinateReferenceSystem crs)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
        }.ConnectionString);
        connection.Open();
        using var transaction = connection.BeginTransaction();
        var srs = IdOf(crs);
        using (var command = connection.CreateCommand())
        {
            command.CommandText = Create;
            command.ExecuteNonQuery();
        }

        InsertSystem(connection, CoordinateReferenceSystems.Crs84);
        InsertSystem(connection, crs);
        InsertFeatures(connection, features, layer, srs);
        InsertTable(connection, features, layer, srs);
        transaction.Commit();
    }

    private static int IdOf(CoordinateReferenceSystem crs) =>
        int.TryParse(crs.Uri[(crs.Uri.LastIndexOf('/') + 1)..], CultureInfo.InvariantCulture, out var code)
            ? code
            : Crs84Id;

    private static void InsertSystem(SqliteConnection connection, CoordinateReferenceSystem crs)
    {
        using var command = connection.CreateCommand();
        command.CommandText = InsertSrs;
        command.Parameters.AddWithValue("$name", crs.Name);
        command.Parameters.AddWithValue("$id", IdOf(crs));
        command.Parameters.AddWithValue("$definition", ProjectionText.Of(crs) ?? "undefined");
        command.ExecuteNonQuery();
    }

    private static void InsertTable(
        SqliteConnection connection, IReadOnlyList<GeoJsonFeature> features, string layer, int srs)
    {
        var box = new Envelope();
        foreach (var feature in features)
        {
            box.ExpandToInclude(feature.Geometry?.EnvelopeInternal ?? new Envelope());
        }

        string[] types =
        [
            .. features.Select(feature => feature.Geometry?.GeometryType).OfType<string>()
                .Distinct(StringComparer.Ordinal),
        ];
        using var command = connection.CreateCommand();
        command.CommandText = InsertContents;
        command.Parameters.AddWithValue("$table", layer);
        command.Parameters.AddWithValue("$minX", box.IsNull ? DBNull.Value : box.MinX);
        command.Parameters.AddWithValue("$minY", box.IsNull ? DBNull.Value : box.MinY);
        command.Parameters.AddWithValue("$maxX", box.IsNull ? DBNull.Value : box.MaxX);
        command.Parameters.AddWithValue("$maxY", box.IsNull ? DBNull.Value : box.MaxY);
        command.Parameters.AddWithValue("$type", types is [var only] ? only.ToUpperInvariant() : "GEOMETRY");
        command.Parameters.AddWithValue("$srs", srs);
        command.ExecuteNonQuery();
    }

#pragma warning disable CA2100 // Names of tables and columns cannot be parameters; they are quoted.
    private static void InsertFeatures(
        SqliteConnection connection, IReadOnlyList<GeoJsonFeature> features, string layer, int srs)
    {
        var columns = MapColumns.Of(features);
        var names = new List<(string Name, string Type)>();
        if (columns.HasIds)
        {
            names.Add((MapColumns.IdName, "TEXT"));
        }

        names.AddRange(columns.Items.Select(column => (column.Name, SqlType(column.Type))));
        var table = new StringBuilder($"CREATE TABLE {Quote(layer)}(fid INTEGER PRIMARY KEY AUTOINCREMENT, geom BLOB");
        var insert = new StringBuilder($"INSERT INTO {Quote(layer)}(geom");
        foreach (var (name, type) in names)
        {
            table.Append(CultureInfo.InvariantCulture, $", {Quote(Own(name))} {type}");
            insert.Append(CultureInfo.InvariantCulture, $", {Quote(Own(name))}");
        }

        insert.Append(") VALUES ($geom");
        for (var i = 0; i < names.Count; i++)
        {
            insert.Append(CultureInfo.InvariantCulture, $", $p{i}");
        }

        using var create = connection.CreateCommand();
        create.CommandText = table.Append(')').ToString();
        create.ExecuteNonQuery();
        using var command = connection.CreateCommand();
        command.CommandText = insert.Append(')').ToString();
        foreach (var feature in features)
        {
            command.Parameters.Clear();
            command.Parameters.AddWithValue(
                "$geom", feature.Geometry is { } shape ? GeoPackageBlob.Write(shape, srs) : DBNull.Value);
            for (var i = 0; i < names.Count; i++)
            {
                var isId = i == 0 && columns.HasIds;
                command.Parameters.AddWithValue(
                    string.Create(CultureInfo.InvariantCulture, $"$p{i}"),
                    isId ? feature.Id ?? (object)DBNull.Value : ToSql(feature.Property(names[i].Name)));
            }

            command.ExecuteNonQuery();
        }
    }
#pragma warning restore CA2100

    // The two columns that every table has keep their names.
    private static string Own(string name) =>
        name.Equals("fid", StringComparison.OrdinalIgnoreCase)
        || name.Equals("geom", StringComparison.OrdinalIgnoreCase)
            ? name + "_"
            : name;

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string SqlType(MapColumnType type) => type switch
    {
        MapColumnType.Boolean => "BOOLEAN",
        MapColumnType.Integer => "INTEGER",
        MapColumnType.Real => "REAL",
        _ => "TEXT",
    };

    private static object ToSql(JsonElement? value) => value switch
    {
        null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => DBNull.Value,
        { ValueKind: JsonValueKind.True } => 1L,
        { ValueKind: JsonValueKind.False } => 0L,
        { ValueKind: JsonValueKind.Number } number => number.TryGetInt64(out var whole) ? whole : number.GetDouble(),
        { } other => MapColumns.Text(other),
    };
}
