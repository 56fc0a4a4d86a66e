namespace Twin.Geo.Filters;

/// <summary>A word of a filter's text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">What it says: of a text and a quoted name, without quotes.</param>
/// <param name="Start">The character that it starts with, from 0.</param>
internal readonly record struct Cql2Token(Cql2TokenKind Kind, string Text, int Start)
{
    /// <summary>Whether it is that word, in any case, and not quoted.</summary>
    public bool Is(string word) => Kind is Cql2TokenKind.Word or Cql2TokenKind.Sign
        && Text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
