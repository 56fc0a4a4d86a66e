using System.Text;
using Twin.Model.Observations;

namespace Twin.Api.Observations;

/// <summary>The encodings that a report can name besides UTF-8. Bytes that do not exist in one are an error.</summary>
internal static class LegacyEncodings
{
    /// <summary>What a file in that encoding is noted with: those of Unicode are no trouble.</summary>
    public static FormatTrouble TroubleOf(Encoding? charset) =>
        charset is null or UTF8Encoding or UnicodeEncoding or UTF32Encoding
            ? FormatTrouble.None
            : FormatTrouble.LegacyEncoding;

    /// <summary>
    /// The encoding of that name; <c>null</c> for one that .NET does not know or that is no longer safe.
    /// </summary>
    public static Encoding? Find(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(
                    name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            return null;
        }
        catch (NotSupportedException)
        {
            return null; // UTF-7: .NET knows the name and refuses it.
        }
    }
}
