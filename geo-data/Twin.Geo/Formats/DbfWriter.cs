using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Twin.Geo.Formats;

/// <summary>Writes the table of a shapefile (dBASE III), its texts in UTF-8. Stateless.</summary>
internal static class DbfWriter
{
    private const int MaxNameBytes = 10;
    private const int MaxTextBytes = 254;
    private const int NumberBytes = 24;

    /// <summary>The whole file. Texts that are too long are cut between characters.</summary>
    public static byte[] Write(IReadOnlyList<GeoJsonFeature> features)
    {
        var columns = MapColumns.Of(features);
        (string Name, MapColumnType Type)[] all =
            columns.HasIds ? [(MapColumns.IdName, MapColumnType.Text), .. columns.Items] : [.. columns.Items];
        if (all.Length == 0)
        {
            all = [(MapColumns.IdName, MapColumnType.Text)]; // A table has a column.
        }

        var fields = Fields(all, features);
        using var file = new MemoryStream();
        file.Write(Header(fields, features.Count));
        foreach (var feature in features)
        {
            file.WriteByte((byte)' ');
            foreach (var field in fields)
            {
                file.Write(Cell(field, Value(feature, field.Source)));
            }
        }

        file.WriteByte(0x1A);
        return file.ToArray();
    }

    private static JsonElement? Value(GeoJsonFeature feature, string name) =>
        feature.Property(name)
        ?? (string.Equals(name, MapColumns.IdName, StringComparison.Ordinal) && feature.Id is { } id
            ? JsonSerializer.SerializeToElement(id)
            : null);

    private static List<Field> Fields(
        (string Name, MapColumnType Type)[] columns, IReadOnlyList<GeoJsonFeature> features)
    {
        var fields = new List<Field>();
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, type) in columns)
        {
            var (letter, length) = type switch
            {
                MapColumnType.Boolean => ('L', 1),
                MapColumnType.Integer or MapColumnType.Real => ('N', NumberBytes),
                _ => ('C', Math.Clamp(
                    features.Max(feature => Encoding.UTF8.GetByteCount(MapColumns.Text(Value(feature, name)))),
                    1,
                    MaxTextBytes)),
            };
            var shortened = Shorten(name, used);
            fields.Add(new Field(name, shortened, letter, length, type == MapColumnType.Real ? 12 : 0));
        }

        return fields;
    }

    private static string Shorten(string name, HashSet<string> used)
    {
        var stem = Encoding.UTF8.GetString(Cut(name, MaxNameBytes));
        for (var number = 1; ; number++)
        {
            var suffix = number == 1 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"_{number}");
            var tried = Encoding.UTF8.GetString(Cut(stem, MaxNameBytes - suffix.Length)) + suffix;
            if (used.Add(tried))
            {
                return tried;
            }
        }
    }

    private static byte[] Header(List<Field> fields, int rows)
    {
        var length = 32 + (32 * fields.Count) + 1;
        var header = new byte[length];
        header[0] = 3;
        header[1] = 70; // A date is asked for; 1 January 1970 says that none is meant.
        header[2] = 1;
        header[3] = 1;
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(4), rows);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(8), (ushort)length);
        BinaryPrimitives.WriteUInt16LittleEndian(
            header.AsSpan(10), (ushort)(1 + fields.Sum(field => field.Length)));
        for (var i = 0; i < fields.Count; i++)
        {
            var entry = header.AsSpan(32 + (32 * i), 32);
            Encoding.UTF8.GetBytes(fields[i].Name).CopyTo(entry);
            entry[11] = (byte)fields[i].Type;
            entry[16] = (byte)fields[i].Length;
            entry[17] = (byte)fields[i].Decimals;
        }

        header[^1] = 0x0D;
        return header;
    }

    private static byte[] Cell(Field field, JsonElement? value)
    {
        var text = (field.Type, value) switch
        {
            ('L', { ValueKind: JsonValueKind.True }) => "T",
            ('L', { ValueKind: JsonValueKind.False }) => "F",
            ('L', _) => "?",
            ('N', { ValueKind: JsonValueKind.Number } number) => Number(number, field),
            _ => MapColumns.Text(value),
        };
        var bytes = Cut(text, field.Length);
        var cell = new byte[field.Length];
        cell.AsSpan().Fill((byte)' ');
        bytes.CopyTo(field.Type == 'N' ? cell.AsSpan(field.Length - bytes.Length) : cell);
        return cell;
    }

    private static string Number(JsonElement number, Field field)
    {
        if (field.Decimals == 0 && number.TryGetInt64(out var whole))
        {
            return whole.ToString(CultureInfo.InvariantCulture);
        }

        var real = number.GetDouble();
        var plain = real.ToString("F12", CultureInfo.InvariantCulture);
        return plain.Length <= NumberBytes ? plain : real.ToString("E15", CultureInfo.InvariantCulture);
    }

    private static byte[] Cut(string text, int length)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length <= length)
        {
            return bytes;
        }

        while (length > 0 && (bytes[length] & 0xC0) == 0x80)
        {
            length--;
        }

        return bytes[..length];
    }

    private sealed record Field(string Source, string Name, char Type, int Length, int Decimals);
}
