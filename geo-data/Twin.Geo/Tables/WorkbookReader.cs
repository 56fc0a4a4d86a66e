using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;

namespace Twin.Geo.Tables;

/// <summary>
/// Reads one sheet of an Excel workbook (.xlsx, or .xls of 97 and later). Formulas count as last computed.
/// </summary>
public sealed class WorkbookReader : TableReader
{
    /// <summary>The most sheets of a workbook.</summary>
    public const int MaxSheets = 200;

    private const int WindowsVietnamese = 1258;

    private readonly IExcelDataReader _reader;

    static WorkbookReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private WorkbookReader(IExcelDataReader reader) => _reader = reader;

    /// <inheritdoc/>
    public override int Line => _reader.Depth + 1;

    /// <inheritdoc/>
    public override bool IsMalformed => false;

    /// <inheritdoc/>
    public override int Count => Math.Min(_reader.FieldCount, MaxColumns);

    /// <inheritdoc/>
    public override TableCell this[int column] => column < Count ? Cell(column) : TableCell.Empty;

    /// <summary>The names of the sheets, in order.</summary>
    /// <param name="stream">The workbook; it stays open.</param>
    /// <param name="maxInflatedBytes">The most bytes that the workbook may hold once inflated.</param>
    public static ImmutableArray<string> SheetsOf(Stream stream, long maxInflatedBytes) => Guarded(() =>
    {
        using var reader = Create(stream, maxInflatedBytes);
        var names = ImmutableArray.CreateBuilder<string>();
        do
        {
            names.Add(reader.Name);
        }
        while (names.Count < MaxSheets && reader.NextResult());
        return names.DrainToImmutable();
    });

    /// <summary>Opens a sheet; <c>null</c> where the workbook has none of that name.</summary>
    /// <param name="stream">The workbook; it stays open.</param>
    /// <param name="sheet">The sheet's name; the first where it is <c>null</c>.</param>
    /// <param name="maxInflatedBytes">The most bytes that the workbook may hold once inflated.</param>
    public static WorkbookReader? Open(Stream stream, string? sheet, long maxInflatedBytes) => Guarded(() =>
    {
        var reader = Create(stream, maxInflatedBytes);
        var seen = 1;
        while (sheet is not null && !string.Equals(reader.Name, sheet, StringComparison.OrdinalIgnoreCase))
        {
            if (seen++ == MaxSheets || !reader.NextResult())
            {
                reader.Dispose();
                return null;
            }
        }

        return new WorkbookReader(reader);
    });

    /// <inheritdoc/>
    public override bool Read() => Guarded(_reader.Read);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _reader.Dispose();
        }
    }

    private static IExcelDataReader Create(Stream stream, long maxInflatedBytes)
    {
        CheckSize(stream, maxInflatedBytes);
        stream.Position = 0;
        return ExcelReaderFactory.CreateReader(stream, new ExcelReaderConfiguration
        {
            LeaveOpen = true,
            FallbackEncoding = Encoding.GetEncoding(WindowsVietnamese),
        });
    }

    /// <summary>A small file must not unfold into all memory. Old workbooks are not compressed.</summary>
    private static void CheckSize(Stream stream, long maxInflatedBytes)
    {
        Span<byte> start = stackalloc byte[2];
        stream.Position = 0;
        if (stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) < start.Length
            || start is not [(byte)'P', (byte)'K'])
        {
            return;
        }

        using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.Entries.Sum(entry => entry.Length) > maxInflatedBytes)
        {
            throw new TableFormatException(FormattableString.Invariant(
                $"The workbook holds more than {maxInflatedBytes >> 20} MiB once it is inflated."));
        }
    }

    private static bool ShowsPercent(string? format) => format?.Contains('%', StringComparison.Ordinal) == true;

    private static bool ShowsDay(string? format) => format?.Contains('d', StringComparison.OrdinalIgnoreCase) != false;

    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "The library throws whatever its parsing of a damaged file runs into.")]
    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is not (TableFormatException or OutOfMemoryException))
        {
            throw new TableFormatException("The file is no Excel workbook, is protected, or is damaged.", exception);
        }
    }

    private TableCell Cell(int column) => _reader.GetValue(column) switch
    {
        null => TableCell.Empty,
        string text => new TableCell(Shorten(text), IsNumber: false),
        double number when ShowsPercent(_reader.GetNumberFormatString(column)) =>
            new TableCell((number * 100).ToString("G15", CultureInfo.InvariantCulture) + "%", IsNumber: false),
        double number => new TableCell(number.ToString("R", CultureInfo.InvariantCulture), IsNumber: true),
        int number => new TableCell(number.ToString(CultureInfo.InvariantCulture), IsNumber: true),
        bool flag => new TableCell(flag ? "1" : "0", IsNumber: true),
        DateTime day => new TableCell(
            day.ToString(
                ShowsDay(_reader.GetNumberFormatString(column)) ? "yyyy-MM-dd" : "yyyy-MM",
                CultureInfo.InvariantCulture),
            IsNumber: false),
        var other => new TableCell(
            Shorten(Convert.ToString(other, CultureInfo.InvariantCulture) ?? string.Empty), IsNumber: false),
    };
}
