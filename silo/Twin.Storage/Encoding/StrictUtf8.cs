using System.Text;

namespace Twin.Storage.Encoding;

/// <summary>UTF-8 that refuses what cannot come back as it was, such as half a surrogate pair.</summary>
internal static class StrictUtf8
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Throws <see cref="ArgumentException"/> for text that is not valid Unicode.</summary>
    public static byte[] GetBytes(string text) => Utf8.GetBytes(text);

    /// <summary>Throws <see cref="InvalidDataException"/> for bytes that are not UTF-8.</summary>
    public static string GetString(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException exception)
        {
            throw new InvalidDataException("A text is not UTF-8.", exception);
        }
    }
}
