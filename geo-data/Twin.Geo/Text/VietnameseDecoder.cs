using System.Text;

namespace Twin.Geo.Text;

/// <summary>
/// Decodes a text in parts, however they are cut: a letter is given once the byte after it is known not to be its
/// mark. Throws <see cref="DecoderFallbackException"/> at a byte that the encoding does not have there.
/// </summary>
internal sealed class VietnameseDecoder(VietnameseTable table) : Decoder
{
    private char _held;

    /// <inheritdoc/>
    public override void Reset() => _held = '\0';

    /// <inheritdoc/>
    public override int GetCharCount(byte[] bytes, int index, int count) =>
        GetCharCount(bytes.AsSpan(index, count), flush: false);

    /// <inheritdoc/>
    public override int GetCharCount(byte[] bytes, int index, int count, bool flush) =>
        GetCharCount(bytes.AsSpan(index, count), flush);

    /// <inheritdoc/>
    public override int GetCharCount(ReadOnlySpan<byte> bytes, bool flush)
    {
        var held = _held;
        return Decode(bytes, [], flush, ref held, isWritten: false);
    }

    /// <inheritdoc/>
    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) =>
        GetChars(bytes.AsSpan(byteIndex, byteCount), chars.AsSpan(charIndex), flush: false);

    /// <inheritdoc/>
    public override int GetChars(
        byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex, bool flush) =>
        GetChars(bytes.AsSpan(byteIndex, byteCount), chars.AsSpan(charIndex), flush);

    /// <inheritdoc/>
    public override int GetChars(ReadOnlySpan<byte> bytes, Span<char> chars, bool flush) =>
        Decode(bytes, chars, flush, ref _held, isWritten: true);

    private int Decode(ReadOnlySpan<byte> bytes, Span<char> chars, bool flush, ref char held, bool isWritten)
    {
        var length = 0;
        for (var place = 0; place < bytes.Length; place++)
        {
            var value = bytes[place];
            if (table.IsMark(value))
            {
                var whole = held == '\0' ? '\0' : table.Mark(held, value);
                held = whole != '\0' ? whole : throw Unknown(value, place);
                continue;
            }

            var letter = table.LetterOf(value);
            if (letter == '\0' && value != 0)
            {
                throw Unknown(value, place);
            }

            Give(ref held, chars, ref length, isWritten);
            if (table.TakesMarks(letter))
            {
                held = letter;
            }
            else
            {
                Write(letter, chars, ref length, isWritten);
            }
        }

        if (flush)
        {
            Give(ref held, chars, ref length, isWritten);
        }

        return length;
    }

    private static void Give(ref char held, Span<char> chars, ref int length, bool isWritten)
    {
        if (held != '\0')
        {
            Write(held, chars, ref length, isWritten);
            held = '\0';
        }
    }

    private static void Write(char character, Span<char> chars, ref int length, bool isWritten)
    {
        if (isWritten)
        {
            chars[length] = character;
        }

        length++;
    }

    private static DecoderFallbackException Unknown(byte value, int place) => new(
        FormattableString.Invariant($"The byte {value:X2} at {place} has no meaning there."), [value], place);
}
