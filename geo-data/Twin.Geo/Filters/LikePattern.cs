namespace Twin.Geo.Filters;

/// <summary>
/// Matches texts against patterns with % for any characters and _ for one; a backslash takes the next character as it
/// is. It goes back to the last % only, so the work is at most the length of the text times that of the pattern:
/// nothing can make it explode. Stateless.
/// </summary>
internal static class LikePattern
{
    /// <summary>Whether the whole text fits the pattern.</summary>
    public static bool Matches(ReadOnlySpan<char> text, ReadOnlySpan<char> pattern)
    {
        var (place, at, lastAny, resume) = (0, 0, -1, 0);
        while (place < text.Length)
        {
            if (at < pattern.Length && pattern[at] == '%')
            {
                (lastAny, resume) = (at++, place);
            }
            else if (at < pattern.Length && FitsOne(text[place], pattern, at, out var length))
            {
                at += length;
                place++;
            }
            else if (lastAny >= 0)
            {
                (at, place) = (lastAny + 1, ++resume);
            }
            else
            {
                return false;
            }
        }

        return pattern[at..].IndexOfAnyExcept('%') < 0;
    }

    private static bool FitsOne(char character, ReadOnlySpan<char> pattern, int at, out int length)
    {
        if (pattern[at] == '\\' && at + 1 < pattern.Length)
        {
            length = 2;
            return pattern[at + 1] == character;
        }

        length = 1;
        return pattern[at] == '_' || pattern[at] == character;
    }
}
