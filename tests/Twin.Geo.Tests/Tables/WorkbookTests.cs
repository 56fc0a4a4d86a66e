using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Twin.Geo.Tables;
using Xunit;

namespace Twin.Geo.Tests.Tables;

public sealed class WorkbookTests
{
    private const long Enough = 10 << 20;

    [Fact]
    public void What_is_written_is_read_again()
    {
        using var file = Write(workbook =>
        {
            workbook.BeginSheet("Số liệu", [("Tên", 20), ("Giá trị", 10)]);
            workbook.WriteRow("Phường Quán Toan", 58.6);
            workbook.WriteRow(null, 4_475L);
            workbook.WriteRow("=1+1", 0.1 + 0.2);
            workbook.BeginSheet("Khác", [("x", 5)]);
        });

        Assert.Equal("Số liệu, Khác", string.Join(", ", WorkbookReader.SheetsOf(file, Enough)));
        using var table = WorkbookReader.Open(file, null, Enough)!;
        Assert.Equal(
            ["1:Tên|Giá trị", "2:Phường Quán Toan|58.6#", "3:|4475#", "4:=1+1|0.30000000000000004#"], Rows(table));
    }

    [Fact]
    public void A_sheet_is_found_by_its_name_whatever_its_case()
    {
        using var file = Write(workbook =>
        {
            workbook.BeginSheet("Một", [("a", 5)]);
            workbook.BeginSheet("Hai", [("b", 5)]);
        });

        using var second = WorkbookReader.Open(file, "hai", Enough)!;
        Assert.True(second.Read());
        Assert.Equal("b", second[0].Text);
        Assert.Null(WorkbookReader.Open(file, "Ba", Enough));
    }

    [Fact]
    public void Cells_are_read_as_they_are_shown()
    {
        using var file = WithFormats();

        using var table = WorkbookReader.Open(file, null, Enough)!;

        // A share that the workbook holds as 0.586 is shown, and read, as 58.6%: two numbers are wanted instead.
        // The library tells no error from an empty cell.
        Assert.Equal(["1:58.6%|2025-06|2025-06-15|1#|"], Rows(table));
    }

    [Fact]
    public void Names_and_texts_that_the_format_forbids_are_mended()
    {
        using var file = Write(workbook =>
        {
            workbook.BeginSheet("6/2025: [tổng] và một tên dài hơn ba mươi mốt ký tự", [("a", 5)]);
            workbook.WriteRow("x\u0001y");
        });

        Assert.Equal("6-2025- -tổng- và một tên dài h", Assert.Single(WorkbookReader.SheetsOf(file, Enough)));
        using var table = WorkbookReader.Open(file, null, Enough)!;
        Assert.Equal(["1:a", "2:x\uFFFDy"], Rows(table));
    }

    [Theory]
    [InlineData("empty", new byte[0])]
    [InlineData("text", new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 })]
    [InlineData("a ZIP archive cut short", new byte[] { 0x50, 0x4B, 3, 4, 0, 0, 0, 0 })]
    [InlineData("an old workbook cut short", new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 })]
    public void A_file_that_is_no_workbook_is_refused(string name, byte[] bytes)
    {
        using var file = new MemoryStream(bytes);

        var error = Assert.Throws<TableFormatException>(() => WorkbookReader.Open(file, null, Enough));
        Assert.False(string.IsNullOrEmpty(error.Message), name);
    }

    [Fact]
    public void A_workbook_that_unfolds_beyond_the_limit_is_refused_before_it_does()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("xl/sharedStrings.xml").Open();
            entry.Write(new byte[2 << 20]);
        }

        var error = Assert.Throws<TableFormatException>(() => WorkbookReader.Open(file, null, 1 << 20));
        Assert.Contains("1 MiB", error.Message, StringComparison.Ordinal);
    }

    private static MemoryStream Write(Action<WorkbookWriter> write)
    {
        var file = new MemoryStream();
        using (var workbook = new WorkbookWriter(file))
        {
            write(workbook);
        }

        return file;
    }

    private static List<string> Rows(WorkbookReader table)
    {
        var rows = new List<string>();
        while (table.Read())
        {
            var cells = Enumerable.Range(0, table.Count)
                .Select(column => table[column]).Select(cell => cell.Text + (cell.IsNumber ? "#" : string.Empty));
            rows.Add(FormattableString.Invariant($"{table.Line}:{string.Join('|', cells)}"));
        }

        return rows;
    }

    /// <summary>A percentage, a date that shows no day, one that does, yes, and an error.</summary>
    private static MemoryStream WithFormats()
    {
        var file = new MemoryStream();
        using var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        var styles = workbook.AddNewPart<WorkbookStylesPart>();
        styles.Stylesheet = new Stylesheet(
            new NumberingFormats(
                new NumberingFormat { NumberFormatId = 164, FormatCode = "mm/yyyy" },
                new NumberingFormat { NumberFormatId = 165, FormatCode = "dd/mm/yyyy" },
                new NumberingFormat { NumberFormatId = 166, FormatCode = "0.0%" }),
            new Fonts(new Font()),
            new Fills(new Fill(new PatternFill { PatternType = PatternValues.None })),
            new Borders(new Border()),
            new CellFormats(
                new CellFormat(),
                new CellFormat { NumberFormatId = 166, ApplyNumberFormat = true },
                new CellFormat { NumberFormatId = 164, ApplyNumberFormat = true },
                new CellFormat { NumberFormatId = 165, ApplyNumberFormat = true }));
        var sheet = workbook.AddNewPart<WorksheetPart>();
        sheet.Worksheet = new Worksheet(new SheetData(new Row(
            Number("0.586", 1),
            Number("45809", 2), // 1 June 2025.
            Number("45823", 3), // 15 June 2025.
            new Cell { DataType = CellValues.Boolean, CellValue = new CellValue("1") },
            new Cell { DataType = CellValues.Error, CellValue = new CellValue("#N/A") })
        {
            RowIndex = 1,
        }));
        workbook.Workbook = new Workbook(new Sheets(new Sheet
        {
            Id = workbook.GetIdOfPart(sheet), SheetId = 1, Name = "a",
        }));
        workbook.Workbook.Save();
        return file;
    }

    private static Cell Number(string value, uint style) =>
        new() { StyleIndex = style, DataType = CellValues.Number, CellValue = new CellValue(value) };
}
