using System.Text;
using Twin.Api.Observations;
using Twin.Geo.Tables;
using Twin.Geo.Text;
using Twin.Model;
using Twin.Model.Observations;

namespace Twin.Api.Exchange.Tables;

/// <summary>
/// A table that was sent as a file: a workbook, or CSV in an encoding that is named or that its bytes tell. It is read
/// more than once, each time from the beginning; the stream is the caller's.
/// </summary>
internal sealed class TableFile
{
    private const int LinesToGuessBy = 200;

    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    private readonly Stream _content;
    private readonly long _maxInflatedBytes;
    private Encoding _charset = StrictUtf8;
    private Encoding? _misread;

    private TableFile(Stream content, bool isWorkbook, long maxInflatedBytes)
    {
        _content = content;
        _maxInflatedBytes = maxInflatedBytes;
        IsWorkbook = isWorkbook;
    }

    /// <summary>Whether it is a workbook; CSV otherwise.</summary>
    public bool IsWorkbook { get; }

    /// <summary>The encoding that its text is in, whatever it was kept as.</summary>
    public Encoding Encoding => _misread ?? _charset;

    /// <summary>Looks at a file, or says why it cannot be read.</summary>
    /// <param name="content">The file; seekable.</param>
    /// <param name="named">The encoding that was named for it; <c>null</c> for none.</param>
    /// <param name="maxInflatedBytes">The most bytes that a workbook may hold once inflated.</param>
    public static (TableFile? File, Refusal? Refusal) Read(Stream content, Encoding? named, long maxInflatedBytes)
    {
        Span<byte> start = stackalloc byte[4];
        content.Position = 0;
        var length = content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        // A workbook is a ZIP archive, or the compound file that Office wrote before 2007.
        var isWorkbook = start[..length] is [(byte)'P', (byte)'K', 3, 4] or [0xD0, 0xCF, 0x11, 0xE0];
        var file = new TableFile(content, isWorkbook, maxInflatedBytes);
        var refusal = isWorkbook || start[..length] is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]
            ? null
            : file.FindCharset(named);
        if (refusal is null)
        {
            file.FindMisread(named);
        }

        return refusal is null ? (file, null) : (null, refusal);
    }

    /// <summary>The names of a workbook's sheets; empty for CSV.</summary>
    public IReadOnlyList<string> Sheets() =>
        IsWorkbook ? WorkbookReader.SheetsOf(FromBeginning(), _maxInflatedBytes) : [];

    /// <summary>Opens the table from its beginning; <c>null</c> when the workbook has no such sheet.</summary>
    public TableReader? Open(string? sheet)
    {
        var table = OpenAsKept(sheet);
        return table is not null && _misread is { } encoding ? new MisreadTableReader(table, encoding) : table;
    }

    private TableReader? OpenAsKept(string? sheet) => IsWorkbook
        ? WorkbookReader.Open(FromBeginning(), sheet, _maxInflatedBytes)
        : new CsvTableReader(
            new StreamReader(FromBeginning(), _charset, detectEncodingFromByteOrderMarks: true, leaveOpen: true));

    private Stream FromBeginning()
    {
        _content.Position = 0;
        return _content;
    }

    private Refusal? FindCharset(Encoding? named)
    {
        var (sample, isWhole) = Sample();
        var guess = VietnameseEncodings.Guess(sample, isWhole);
        if (guess.Candidates.IsEmpty && named is not UnicodeEncoding)
        {
            return null; // It is UTF-8, whatever was named: that may be what the text was misread from.
        }

        if ((named ?? guess.Encoding) is not { } charset)
        {
            return LegacyEncodings.InDoubt(guess);
        }

        _charset = charset;
        return null;
    }

    /// <summary>The part of the file that tells most: the lines from the first that is not ASCII.</summary>
    private (byte[] Sample, bool IsWhole) Sample()
    {
        var buffer = new byte[VietnameseEncodings.SampleBytes];
        var content = FromBeginning();
        int length;
        while ((length = content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 0)
        {
            var marked = buffer.AsSpan(0, length).IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (marked >= 0)
            {
                var start = buffer.AsSpan(0, marked).LastIndexOf((byte)'\n') + 1;
                var kept = length - start;
                buffer.AsSpan(start, kept).CopyTo(buffer);
                kept += content.ReadAtLeast(buffer.AsSpan(kept), buffer.Length - kept, throwOnEndOfStream: false);
                return (buffer[..kept], kept < buffer.Length);
            }
        }

        return ([], true);
    }

    private void FindMisread(Encoding? named)
    {
        if (_charset is not UTF8Encoding)
        {
            return; // The bytes were read in the encoding itself.
        }

        if (named is null)
        {
            _misread = VietnameseEncodings.GuessMisread(FirstTexts());
        }
        else if (LegacyEncodings.TroubleOf(named) != FormatTrouble.None)
        {
            _misread = named;
        }
    }

    private List<string> FirstTexts()
    {
        var texts = new List<string>();
        try
        {
            using var table = OpenAsKept(null);
            while (table is not null && table.Line < LinesToGuessBy && table.Read())
            {
                for (var column = 0; column < table.Count; column++)
                {
                    if (table[column] is { IsNumber: false, IsEmpty: false } cell)
                    {
                        texts.Add(cell.Text);
                    }
                }
            }
        }
        catch (TableFormatException)
        {
            texts.Clear(); // Whoever reads the table says what is wrong with it.
        }

        return texts;
    }
}
