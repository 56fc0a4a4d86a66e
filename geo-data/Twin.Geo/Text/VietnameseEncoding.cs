using System.Text;

namespace Twin.Geo.Text;

/// <summary>
/// An encoding that Vietnamese was written in before Unicode. Decodes to text in normalization form C. Strict both
/// ways: bytes and characters that it does not have throw, as with an exception fallback. Thread-safe.
/// </summary>
internal sealed class VietnameseEncoding(string name, string title, VietnameseTable table) : Encoding
{
    private const int LongestCharacter = 2;

    /// <inheritdoc/>
    public override string WebName => name;

    /// <inheritdoc/>
    public override string HeaderName => name;

    /// <inheritdoc/>
    public override string BodyName => name;

    /// <inheritdoc/>
    public override string EncodingName => title;

    /// <inheritdoc/>
    public override Decoder GetDecoder() => new VietnameseDecoder(table);

    /// <inheritdoc/>
    public override int GetMaxByteCount(int charCount) => checked(charCount * LongestCharacter);

    /// <inheritdoc/>
    public override int GetMaxCharCount(int byteCount) => checked(byteCount + 1); // One letter may be held.

    /// <inheritdoc/>
    public override int GetCharCount(byte[] bytes, int index, int count) =>
        new VietnameseDecoder(table).GetCharCount(bytes.AsSpan(index, count), flush: true);

    /// <inheritdoc/>
    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) =>
        new VietnameseDecoder(table).GetChars(
            bytes.AsSpan(byteIndex, byteCount), chars.AsSpan(charIndex), flush: true);

    /// <inheritdoc/>
    public override int GetByteCount(char[] chars, int index, int count)
    {
        var length = 0;
        for (var place = index; place < index + count; place++)
        {
            length += BytesOf(chars[place], place).Length;
        }

        return length;
    }

    /// <inheritdoc/>
    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex)
    {
        var end = byteIndex;
        for (var place = charIndex; place < charIndex + charCount; place++)
        {
            var character = BytesOf(chars[place], place);
            character.CopyTo(bytes, end);
            end += character.Length;
        }

        return end - byteIndex;
    }

    private byte[] BytesOf(char character, int place) => table.BytesOf(character)
        ?? throw new EncoderFallbackException(
            FormattableString.Invariant($"{name} has no U+{(int)character:X4}, which stands at {place}."));
}
