using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;

namespace Twin.Geo.Text;

/// <summary>
/// The encodings that Vietnamese was written in before Unicode, by name or recognized from a sample. All are strict: a
/// byte that an encoding does not have throws <see cref="DecoderFallbackException"/>. What they decode is in
/// normalization form C. Thread-safe.
/// </summary>
public static class VietnameseEncodings
{
    /// <summary>The bytes of a file that are enough to recognize its encoding by.</summary>
    public const int SampleBytes = 64 << 10;

    /// <summary>The share of words that must be Vietnamese for an encoding to be believed.</summary>
    private const double LeastShare = 0.8;

    /// <summary>By how much that share must be ahead of every other encoding's.</summary>
    private const double LeastLead = 0.2;

    private static readonly Encoding Windows1258 = CodePage(1258);
    private static readonly Encoding Windows1252 = CodePage(1252);

    /// <summary>
    /// TCVN 5712, which the ABC fonts (.VnTime, .VnArial) write. Text in their capitals fonts holds small letters.
    /// </summary>
    public static Encoding Tcvn3 { get; } = new VietnameseEncoding("tcvn3", "TCVN3 (ABC)", VietnameseTable.Tcvn3);

    /// <summary>VISCII, of RFC 1456.</summary>
    public static Encoding Viscii { get; } = new VietnameseEncoding("viscii", "VISCII", VietnameseTable.Viscii);

    /// <summary>The VNI fonts of Windows (VNI-Times, VNI-Helve), which write marks as letters of their own.</summary>
    public static Encoding Vni { get; } = new VietnameseEncoding("vni", "VNI Windows", VietnameseTable.Vni);

    private static ImmutableArray<Encoding> All { get; } = [Tcvn3, Vni, Windows1258, Viscii];

    /// <summary>
    /// The encoding of that name, whatever its case: those here, and those that .NET knows; <c>null</c> for another,
    /// or one that is no longer safe.
    /// </summary>
    public static Encoding? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.ToUpperInvariant() switch
        {
            "TCVN3" or "TCVN-3" or "ABC" or "TCVN" or "TCVN5712" or "TCVN-5712" or "X-VIET-TCVN5712" => Tcvn3,
            "VISCII" or "CSVISCII" or "VISCII1.1-1" => Viscii,
            "VNI" or "VNI-WIN" or "VNI-WINDOWS" or "X-VIET-VNI" => Vni,
            _ => FindKnown(name),
        };
    }

    /// <summary>
    /// Recognizes the encoding of a Vietnamese text. Each candidate reads it; the one whose words are those of
    /// Vietnamese is it, unless another does about as well.
    /// </summary>
    /// <param name="sample">The file, or its first <see cref="SampleBytes"/>, without a mark of UTF-16.</param>
    /// <param name="isWhole">Whether the sample is the whole file: then its last character cannot be cut.</param>
    public static EncodingGuess Guess(ReadOnlySpan<byte> sample, bool isWhole)
    {
        if (IsUtf8(sample, isWhole))
        {
            return new EncodingGuess(Encoding.UTF8, []);
        }

        var candidates = ImmutableArray.CreateBuilder<EncodingCandidate>();
        foreach (var encoding in All)
        {
            candidates.Add(Judge(encoding, Decode(sample, encoding)));
        }

        return Choose(candidates);
    }

    /// <summary>
    /// Recognizes text that a program took for Western European, as workbooks set in the fonts of such an encoding
    /// are: <c>H¶i Phßng</c>. Answers the encoding to read it again in; <c>null</c> where it is no such text.
    /// </summary>
    public static Encoding? GuessMisread(IEnumerable<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var marked = texts.Where(text => !Ascii.IsValid(text)).ToArray();
        var candidates = ImmutableArray.CreateBuilder<EncodingCandidate>();
        candidates.Add(Judge(Encoding.Unicode, string.Join('\n', marked)));
        foreach (var encoding in All)
        {
            // What cannot be read again stays as it is, and counts against the encoding.
            candidates.Add(Judge(encoding, string.Join('\n', marked.Select(text => Reread(text, encoding) ?? text))));
        }

        return Choose(candidates).Encoding is { } chosen and not UnicodeEncoding ? chosen : null;
    }

    /// <summary>
    /// Reads a text again that was taken for Western European; <c>null</c> where it has characters that it cannot have
    /// then.
    /// </summary>
    /// <param name="text">The text, such as <c>H¶i Phßng</c>.</param>
    /// <param name="encoding">The encoding that its bytes were in.</param>
    public static string? Reread(string text, Encoding encoding)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(encoding);
        try
        {
            return Decode(Windows1252.GetBytes(text), encoding);
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
    }

    private static Encoding? FindKnown(string name)
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

    private static Encoding CodePage(int number) => CodePagesEncodingProvider.Instance.GetEncoding(
        number, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
        ?? throw new InvalidOperationException("The framework lacks a code page of Windows.");

    private static bool IsUtf8(ReadOnlySpan<byte> sample, bool isWhole)
    {
        if (Utf8.IsValid(sample))
        {
            return true;
        }

        for (var cut = 1; !isWhole && cut <= Math.Min(3, sample.Length); cut++)
        {
            if (sample[^cut] >= 0xC0)
            {
                return Utf8.IsValid(sample[..^cut]);
            }
        }

        return false;
    }

    private static string? Decode(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        try
        {
            return encoding.GetString(bytes).Normalize(NormalizationForm.FormC);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Each word counts once, so that one repeated on every line does not decide.</summary>
    private static EncodingCandidate Judge(Encoding encoding, string? text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var start = 0;
        for (var place = 0; place <= (text?.Length ?? 0); place++)
        {
            if (text is not null && place < text.Length && char.IsLetter(text[place]))
            {
                continue;
            }

            if (text is not null && text[start..place] is { Length: > 0 } word && !Ascii.IsValid(word))
            {
                words.Add(word);
            }

            start = place + 1;
        }

        var share = words.Count == 0 ? 0 : (double)words.Count(VietnameseSyllables.IsSyllable) / words.Count;
        return new EncodingCandidate(encoding, words.Count, share);
    }

    private static EncodingGuess Choose(ImmutableArray<EncodingCandidate>.Builder candidates)
    {
        var ordered = candidates.OrderByDescending(candidate => candidate.Share).ToImmutableArray();
        var isSure = ordered[0].Share >= LeastShare && ordered[0].Share - ordered[1].Share >= LeastLead;
        return new EncodingGuess(isSure ? ordered[0].Encoding : null, ordered);
    }
}
