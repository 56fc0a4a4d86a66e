using System.Text;
using Twin.Geo.Tables;
using Xunit;

namespace Twin.Geo.Tests.Tables;

public sealed class CsvTableReaderTests
{
    public static TheoryData<string, string, char, string[]> Forms => new()
    {
        { "comma", "a,b\n1,2\n", ',', ["1:a|b", "2:1|2"] },
        { "semicolon with decimal commas", "a;b\n1,5;2\n", ';', ["1:a|b", "2:1,5|2"] },
        { "tab", "a\tb\n1\t2\n", '\t', ["1:a|b", "2:1|2"] },
        { "no end of line", "a,b\n1,2", ',', ["1:a|b", "2:1|2"] },
        { "CRLF", "a,b\r\n1,2\r\n", ',', ["1:a|b", "2:1|2"] },
        { "empty lines keep their number", "a,b\n\n1,2\n", ',', ["1:a|b", "2:", "3:1|2"] },
        { "a cell over two lines", "a,b\n\"x\ny\",2\n3,4\n", ',', ["1:a|b", "2:x\ny|2", "4:3|4"] },
        { "doubled quotes", "a\n\"x \"\"y\"\"\"\n", ',', ["1:a", "2:x \"y\""] },
        { "cells are trimmed", "a, b \n", ',', ["1:a|b"] },
        { "one column", "a\n1\n", ',', ["1:a", "2:1"] },
        { "nothing", "", ',', [] },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_table_is_read_with_the_lines_as_an_editor_numbers_them(
        string name, string text, char separator, string[] rows)
    {
        using var table = new CsvTableReader(new StringReader(text));

        Assert.True(table.Separator == separator, name);
        Assert.Equal(rows, Rows(table), StringComparer.Ordinal);
    }

    [Fact]
    public void A_quote_left_open_spoils_its_row_and_says_so()
    {
        using var table = new CsvTableReader(new StringReader("a,b\nx\"y,1\n3,4\n"));

        Assert.True(table.Read());
        Assert.False(table.IsMalformed);
        Assert.True(table.Read());
        Assert.True(table.IsMalformed);
        Assert.True(table.Read());
        Assert.False(table.IsMalformed);
        Assert.Equal("3", table[0].Text);
    }

    [Fact]
    public void A_cell_beyond_the_last_is_empty()
    {
        using var table = new CsvTableReader(new StringReader("a\n"));
        table.Read();

        Assert.Equal(1, table.Count);
        Assert.True(table[1].IsEmpty);
        Assert.True(table[TableReader.MaxColumns].IsEmpty);
    }

    [Fact]
    public void Bytes_that_the_encoding_does_not_have_are_an_error()
    {
        var strict = new UTF8Encoding(true, throwOnInvalidBytes: true);
        byte[] bytes = [.. new byte[10_000].Select(_ => (byte)'x'), 0xE9, (byte)'\n'];

        Assert.Throws<TableFormatException>(() =>
        {
            using var table = new CsvTableReader(new StreamReader(new MemoryStream(bytes), strict));
            while (table.Read())
            {
                // To the end.
            }
        });
    }

    private static List<string> Rows(CsvTableReader table)
    {
        var rows = new List<string>();
        while (table.Read())
        {
            var cells = Enumerable.Range(0, table.Count).Select(column => table[column].Text);
            rows.Add(FormattableString.Invariant($"{table.Line}:{string.Join('|', cells)}"));
        }

        return rows;
    }
}
