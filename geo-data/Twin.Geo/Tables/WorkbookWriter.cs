using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Twin.Geo.Tables;

/// <summary>
/// Writes an Excel workbook (.xlsx), a row at a time, so that a large one needs little memory: for each sheet a bold
/// header that stays in sight and can filter. Not thread-safe.
/// </summary>
public sealed class WorkbookWriter : IDisposable
{
    /// <summary>The most rows of a sheet, the header included: the format's own limit.</summary>
    public const int MaxRows = 1_048_576;

    private const uint PlainStyle = 0;
    private const uint BoldStyle = 1;
    private const int MaxSheetName = 31;
    private const int MaxCellText = 32_767;

    private readonly SpreadsheetDocument _document;
    private readonly WorkbookPart _workbook;
    private readonly Sheets _sheets = new();
    private OpenXmlWriter? _sheet;
    private int _columns;
    private int _row;

    /// <summary>Begins a workbook.</summary>
    /// <param name="stream">Where it goes; seekable. It stays open.</param>
    public WorkbookWriter(Stream stream)
    {
        _document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook, autoSave: false);
        _workbook = _document.AddWorkbookPart();
        WriteStyles(_workbook.AddNewPart<WorkbookStylesPart>());
    }

    /// <summary>Begins a sheet, with the names of its columns.</summary>
    /// <param name="name">Its name; marks that Excel forbids are replaced.</param>
    /// <param name="columns">The names and widths (in characters) of the columns.</param>
    public void BeginSheet(string name, IReadOnlyList<(string Name, int Width)> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        EndSheet();
        var part = _workbook.AddNewPart<WorksheetPart>();
        _sheets.Append(new Sheet
        {
            Id = _workbook.GetIdOfPart(part),
            SheetId = (uint)_sheets.ChildElements.Count + 1,
            Name = SafeName(name),
        });
        _columns = columns.Count;
        _row = 0;
        _sheet = OpenXmlWriter.Create(part);
        _sheet.WriteStartElement(new Worksheet());
        _sheet.WriteElement(new SheetViews(new SheetView(new Pane
        {
            VerticalSplit = 1,
            TopLeftCell = "A2",
            ActivePane = PaneValues.BottomLeft,
            State = PaneStateValues.Frozen,
        })
        {
            WorkbookViewId = 0,
        }));
        _sheet.WriteElement(new Columns(columns.Select((column, place) => new Column
        {
            Min = (uint)place + 1,
            Max = (uint)place + 1,
            Width = column.Width,
            CustomWidth = true,
        })));
        _sheet.WriteStartElement(new SheetData());
        WriteRow([.. columns.Select(column => (object?)column.Name)], BoldStyle);
    }

    /// <summary>
    /// Writes a row: numbers as numbers, <c>null</c> as an empty cell, all else as text. Throws when the sheet is full.
    /// </summary>
    public void WriteRow(params ReadOnlySpan<object?> cells) => WriteRow(cells, PlainStyle);

    /// <inheritdoc/>
    public void Dispose()
    {
        EndSheet();
        _workbook.Workbook = new Workbook(_sheets);
        _workbook.Workbook.Save();
        _document.Dispose();
    }

    private static void WriteStyles(WorkbookStylesPart part)
    {
        part.Stylesheet = new Stylesheet(
            new Fonts(new Font(), new Font(new Bold())),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
            new Borders(new Border()),
            new CellFormats(new CellFormat(), new CellFormat { FontId = 1, ApplyFont = true }));
        part.Stylesheet.Save();
    }

    private static string SafeName(string name)
    {
        var safe = string.Concat(name.Select(c => c is '[' or ']' or ':' or '*' or '?' or '/' or '\\' ? '-' : c));
        return safe.Length <= MaxSheetName ? safe : safe[..MaxSheetName];
    }

    /// <summary>XML 1.0 has no place for most control characters.</summary>
    private static string SafeText(string text)
    {
        var cut = text.Length <= MaxCellText ? text : text[..MaxCellText];
        return cut.Any(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r'))
            ? string.Concat(cut.Select(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r') ? '\uFFFD' : c))
            : cut;
    }

    private void WriteRow(ReadOnlySpan<object?> cells, uint style)
    {
        if (_sheet is not { } sheet || _row == MaxRows)
        {
            throw new InvalidOperationException("There is no sheet, or it is full.");
        }

        _row++;
        sheet.WriteStartElement(new Row { RowIndex = (uint)_row });
        foreach (var cell in cells)
        {
            sheet.WriteElement(ToCell(cell, style));
        }

        sheet.WriteEndElement();
    }

    private static Cell ToCell(object? value, uint style) => value switch
    {
        null => new Cell { StyleIndex = style },
        double number when double.IsFinite(number) => Number(number.ToString("R", CultureInfo.InvariantCulture), style),
        int number => Number(number.ToString(CultureInfo.InvariantCulture), style),
        long number => Number(number.ToString(CultureInfo.InvariantCulture), style),
        _ => new Cell
        {
            StyleIndex = style,
            DataType = CellValues.InlineString,
            InlineString = new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(
                SafeText(Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty))
            {
                Space = SpaceProcessingModeValues.Preserve,
            }),
        },
    };

    private static Cell Number(string text, uint style) =>
        new() { StyleIndex = style, DataType = CellValues.Number, CellValue = new CellValue(text) };

    private void EndSheet()
    {
        if (_sheet is not { } sheet)
        {
            return;
        }

        sheet.WriteEndElement(); // Of the rows.
        sheet.WriteElement(new AutoFilter
        {
            Reference = string.Create(CultureInfo.InvariantCulture, $"A1:{ColumnName(_columns)}{_row}"),
        });
        sheet.WriteEndElement();
        sheet.Dispose();
        _sheet = null;
    }

    private static string ColumnName(int number)
    {
        var name = string.Empty;
        for (; number > 0; number = (number - 1) / 26)
        {
            name = (char)('A' + ((number - 1) % 26)) + name;
        }

        return name;
    }
}
