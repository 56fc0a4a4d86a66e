using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Twin.Geo.Text;

namespace Twin.Geo.Formats;

/// <summary>
/// The table of a shapefile (dBASE III). Texts are in the encoding that is asked for, else in that of the .cpg, else
/// in the one that they read as Vietnamese in. For one thread.
/// </summary>
internal sealed class DbfTable
{
    private const int HeaderBytes = 32;
    private const int FieldBytes = 32;
    private const int NameBytes = 11;
    private const byte EndOfFields = 0x0D;
    private const byte DeletedMark = (byte)'*';
    private const int MaxFields = 1_000;
    private const int SampleRows = 500;

    private readonly byte[] _bytes;
    private readonly Encoding _encoding;
    private readonly ImmutableArray<Field> _fields;
    private readonly int _start;
    private readonly int _rowBytes;
    private readonly int _rows;

    /// <summary>Takes the file; throws where it is none.</summary>
    public DbfTable(byte[] bytes, Encoding? asked, string? codePage)
    {
        _bytes = bytes;
        if (bytes.Length < HeaderBytes)
        {
            throw Malformed("The .dbf ends in its header.");
        }

        _start = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(8));
        _rowBytes = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(10));
        _fields = ReadFields();
        if (_fields.Sum(field => field.Length) + 1 > _rowBytes || _start > bytes.Length)
        {
            throw Malformed("The lengths in the header of the .dbf are at odds.");
        }

        _rows = (bytes.Length - _start) / _rowBytes;
        _encoding = asked ?? Find(codePage) ?? Guess();
    }

    /// <summary>Whether a row is marked as deleted.</summary>
    public bool IsDeleted(int row) => row < _rows && _bytes[_start + (row * _rowBytes)] == DeletedMark;

    /// <summary>The values of a row; throws <see cref="FormatException"/> where there is none.</summary>
    public ImmutableArray<KeyValuePair<string, JsonElement>> Row(int row)
    {
        if (row >= _rows)
        {
            throw new FormatException("The .dbf has no row for the shape.");
        }

        var cells = _bytes.AsSpan(_start + (row * _rowBytes), _rowBytes);
        var values = ImmutableArray.CreateBuilder<KeyValuePair<string, JsonElement>>(_fields.Length);
        foreach (var field in _fields)
        {
            values.Add(KeyValuePair.Create(field.Name, Value(field, cells.Slice(field.Offset, field.Length))));
        }

        return values.MoveToImmutable();
    }

    private static MapFileException Malformed(string detail) =>
        new("malformed_shapefile", detail, "Write the shapefile anew.");

    private static Encoding? Find(string? codePage)
    {
        if (string.IsNullOrWhiteSpace(codePage))
        {
            return null;
        }

        var name = codePage.Trim();
        var number = name.StartsWith("ANSI ", StringComparison.OrdinalIgnoreCase) ? name[5..] : name;
        return number.All(char.IsAsciiDigit)
            ? VietnameseEncodings.Find("windows-" + number)
            : VietnameseEncodings.Find(name.Replace("ISO 8859", "ISO-8859", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>All texts of the first rows together, read as Vietnamese; UTF-8 where they leave it in doubt.</summary>
    private Encoding Guess()
    {
        using var sample = new MemoryStream();
        for (var row = 0; row < Math.Min(_rows, SampleRows); row++)
        {
            foreach (var field in _fields.Where(field => field.Type == 'C'))
            {
                sample.Write(_bytes, _start + (row * _rowBytes) + field.Offset, field.Length);
                sample.WriteByte((byte)'\n');
            }
        }

        return VietnameseEncodings.Guess(sample.ToArray(), isWhole: true).Encoding ?? Encoding.UTF8;
    }

    private ImmutableArray<Field> ReadFields()
    {
        var fields = ImmutableArray.CreateBuilder<Field>();
        var offset = 1;
        for (var at = HeaderBytes; at + FieldBytes <= _bytes.Length && _bytes[at] != EndOfFields; at += FieldBytes)
        {
            var name = _bytes.AsSpan(at, NameBytes);
            var end = name.IndexOf((byte)0);
            var field = new Field(
                Encoding.UTF8.GetString(end < 0 ? name : name[..end]).Trim(),
                char.ToUpperInvariant((char)_bytes[at + NameBytes]),
                offset,
                _bytes[at + 16]);
            offset += field.Length;
            fields.Add(field);
            if (fields.Count > MaxFields)
            {
                throw Malformed("The .dbf has too many columns.");
            }
        }

        return fields.DrainToImmutable();
    }

    private JsonElement Value(Field field, ReadOnlySpan<byte> cell)
    {
        var ascii = Encoding.Latin1.GetString(cell).Trim(' ', '\0');
        if (ascii.Length == 0)
        {
            return JsonSerializer.SerializeToElement<object?>(null);
        }

        return field.Type switch
        {
            'N' or 'F' when long.TryParse(ascii, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n)
                => JsonSerializer.SerializeToElement(n),
            'N' or 'F' when double.TryParse(ascii, NumberStyles.Float, CultureInfo.InvariantCulture, out var d)
                && double.IsFinite(d) => JsonSerializer.SerializeToElement(d),
            'L' => JsonSerializer.SerializeToElement(Flag(ascii[0])),
            'D' when DateOnly.TryParseExact(
                ascii, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) =>
                JsonSerializer.SerializeToElement(day),
            _ => JsonSerializer.SerializeToElement(Text(cell)),
        };
    }

    private static bool? Flag(char letter) => letter switch
    {
        'T' or 't' or 'Y' or 'y' => true,
        'F' or 'f' or 'N' or 'n' => false,
        _ => null,
    };

    private string Text(ReadOnlySpan<byte> cell)
    {
        try
        {
            return _encoding.GetString(cell).Trim(' ', '\0').Normalize(NormalizationForm.FormC);
        }
        catch (Exception exception) when (exception is DecoderFallbackException or ArgumentException)
        {
            throw new FormatException(
                $"A text is not in {_encoding.WebName}; state the encoding, such as tcvn3.", exception);
        }
    }

    /// <summary>A column.</summary>
    private sealed record Field(string Name, char Type, int Offset, int Length);
}
