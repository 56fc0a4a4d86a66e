using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Twin.Geo.Tables;

/// <summary>
/// Reads a CSV file (RFC 4180) with a comma, semicolon or tab between cells, whichever its first lines use most.
/// </summary>
public sealed class CsvTableReader : TableReader
{
    private const int FirstCharacters = 8_192;

    private static readonly char[] Separators = [',', ';', '\t'];

    private readonly PrefixedReader _text;
    private readonly CsvParser _parser;
    private string[] _cells = [];
    private bool _isMalformed;
    private int _line;

    /// <summary>Opens a table over its text; the reader is closed with it.</summary>
    public CsvTableReader(TextReader text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = new PrefixedReader(text, FirstCharacters);
        var separator = Guess(_text.Prefix);
        Separator = separator;
        _parser = new CsvParser(
            _text,
            new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                Delimiter = separator.ToString(),
                BadDataFound = _ => _isMalformed = true,
                IgnoreBlankLines = false,
                MaxFieldSize = 0,
            });
    }

    /// <inheritdoc/>
    public override char? Separator { get; }

    /// <inheritdoc/>
    public override int Line => _line;

    /// <inheritdoc/>
    public override bool IsMalformed => _isMalformed;

    /// <inheritdoc/>
    public override int Count => Math.Min(_cells.Length, MaxColumns);

    /// <inheritdoc/>
    public override TableCell this[int column] =>
        column < Count ? new TableCell(Shorten(_cells[column]), IsNumber: false) : TableCell.Empty;

    /// <inheritdoc/>
    public override bool Read()
    {
        _isMalformed = false;
        _line = _parser.RawRow + 1;
        try
        {
            var hasRead = _parser.Read();
            // Bad quotes are found when cells are taken out, so all are taken out now.
            _cells = hasRead ? _parser.Record ?? [] : [];
            return hasRead;
        }
        catch (DecoderFallbackException exception)
        {
            throw new TableFormatException(
                FormattableString.Invariant($"After line {_line} the text is not in the stated encoding."), exception);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _parser.Dispose();
        }
    }

    private static char Guess(ReadOnlySpan<char> start)
    {
        var best = Separators[0];
        var most = 0;
        foreach (var separator in Separators)
        {
            var count = start.Count(separator);
            if (count > most)
            {
                (best, most) = (separator, count);
            }
        }

        return best;
    }

    /// <summary>A reader whose beginning was looked at.</summary>
    private sealed class PrefixedReader : TextReader
    {
        private readonly TextReader _rest;
        private readonly char[] _prefix;
        private int _used;

        public PrefixedReader(TextReader text, int length)
        {
            _rest = text;
            var buffer = new char[length];
            try
            {
                _prefix = buffer[..text.ReadBlock(buffer, 0, length)];
            }
            catch (DecoderFallbackException exception)
            {
                throw new TableFormatException("The text is not in the stated encoding.", exception);
            }
        }

        public ReadOnlySpan<char> Prefix => _prefix;

        public override int Peek() => _used < _prefix.Length ? _prefix[_used] : _rest.Peek();

        public override int Read() => _used < _prefix.Length ? _prefix[_used++] : _rest.Read();

        public override int Read(char[] buffer, int index, int count)
        {
            var taken = Math.Min(count, _prefix.Length - _used);
            if (taken == 0)
            {
                return _rest.Read(buffer, index, count);
            }

            _prefix.AsSpan(_used, taken).CopyTo(buffer.AsSpan(index));
            _used += taken;
            return taken;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _rest.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
