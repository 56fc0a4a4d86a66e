namespace Twin.Geo.Filters;

/// <summary>What a word of a filter's text is.</summary>
internal enum Cql2TokenKind
{
    /// <summary>A name or keyword.</summary>
    Word,

    /// <summary>A name in double quotes.</summary>
    QuotedName,

    /// <summary>A text in single quotes.</summary>
    Text,

    /// <summary>A number without sign.</summary>
    Number,

    /// <summary>A sign: an operator, parenthesis or comma.</summary>
    Sign,

    /// <summary>The end of the filter.</summary>
    End,
}
