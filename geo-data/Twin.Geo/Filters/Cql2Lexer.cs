using System.Globalization;
using System.Text;

namespace Twin.Geo.Filters;

/// <summary>Cuts the text of a filter into words. For one text, one thread.</summary>
internal sealed class Cql2Lexer(string text)
{
    private int _place;

    /// <summary>The next word.</summary>
    public Cql2Token Next()
    {
        while (_place < text.Length && char.IsWhiteSpace(text[_place]))
        {
            _place++;
        }

        var start = _place;
        if (_place >= text.Length)
        {
            return new Cql2Token(Cql2TokenKind.End, string.Empty, start);
        }

        var first = text[_place];
        if (char.IsLetter(first) || first is '_' or ':')
        {
            var word = Take(c => char.IsLetterOrDigit(c) || c is '_' or ':' or '.');
            return new Cql2Token(Cql2TokenKind.Word, word, start);
        }

        var isFraction = first is '.' && _place + 1 < text.Length && char.IsAsciiDigit(text[_place + 1]);
        if (char.IsAsciiDigit(first) || isFraction)
        {
            return new Cql2Token(Cql2TokenKind.Number, TakeNumber(), start);
        }

        return first switch
        {
            '\'' => new Cql2Token(Cql2TokenKind.Text, TakeQuoted('\''), start),
            '"' => new Cql2Token(Cql2TokenKind.QuotedName, TakeQuoted('"'), start),
            _ => new Cql2Token(Cql2TokenKind.Sign, TakeSign(), start),
        };
    }

    private string Take(Func<char, bool> belongs)
    {
        var start = _place;
        while (_place < text.Length && belongs(text[_place]))
        {
            _place++;
        }

        return text[start.._place];
    }

    private string TakeNumber()
    {
        var start = _place;
        Take(char.IsAsciiDigit);
        if (_place < text.Length && text[_place] == '.')
        {
            _place++;
            Take(char.IsAsciiDigit);
        }

        if (_place < text.Length && text[_place] is 'e' or 'E')
        {
            _place++;
            if (_place < text.Length && text[_place] is '+' or '-')
            {
                _place++;
            }

            Take(char.IsAsciiDigit);
        }

        return text[start.._place];
    }

    /// <summary>What is between quotes; a quote in it is doubled, or has a backslash before it.</summary>
    private string TakeQuoted(char quote)
    {
        var start = _place++;
        var content = new StringBuilder();
        while (_place < text.Length)
        {
            var next = text[_place++];
            var isPair = _place < text.Length && text[_place] == quote && (next == quote || next == '\\');
            if (isPair)
            {
                content.Append(quote);
                _place++;
            }
            else if (next == quote)
            {
                return content.ToString();
            }
            else
            {
                content.Append(next);
            }
        }

        throw new FilterException(
            string.Create(CultureInfo.InvariantCulture, $"character {start + 1}"),
            "A quote is not closed",
            "Close it; write a quote inside twice.");
    }

    private string TakeSign()
    {
        var sign = text.AsSpan(_place) switch
        {
            ['<', '>', ..] => "<>",
            ['<', '=', ..] => "<=",
            ['>', '=', ..] => ">=",
            _ => text[_place..(_place + 1)],
        };
        _place += sign.Length;
        return sign;
    }
}
