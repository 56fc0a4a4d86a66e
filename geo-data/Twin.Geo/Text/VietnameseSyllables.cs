using System.Collections.Frozen;
using System.Text;

namespace Twin.Geo.Text;

/// <summary>
/// Tells a syllable that Vietnamese can have from one that it cannot: an onset, a rhyme, and of a stopped rhyme the
/// acute or the dotted tone alone. Text read in the wrong encoding nearly never passes. Thread-safe.
/// </summary>
internal static class VietnameseSyllables
{
    private const char Acute = '\u0301';
    private const char Dot = '\u0323';
    private const string Tones = "\u0300\u0309\u0303\u0301\u0323";
    private const int LongestSyllable = 7; // nghiêng

    // The longest first, so that "nghiêng" is not taken for n + ghiêng.
    private static readonly string[] Onsets =
    [
        "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l",
        "m", "n", "p", "r", "s", "t", "v", "x", "",
    ];

    private static readonly FrozenSet<string> Rhymes = """
        a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en
        eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
        o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo
        oet oong ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut uân uâng uât
        uây uê uêch uênh uêt uơ uôc uôi uôm uôn uông uôt uy uya uych uyên uyêt uyn uynh uyt uyu ư ưa
        ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    // After q the u belongs to the onset, and what follows is one of these.
    private static readonly FrozenSet<string> RhymesAfterQu = """
        a ac ach ai an ang anh ao at au ay ăc ăm ăn ăng ăp ăt ân âng ât ây e en eo et ê êch ên ênh êt êu
        i ich it ơ ơn ơt ôc y ych yên yêt ynh yt
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a word in normalization form C can be a syllable, written small, capital, or titled.</summary>
    public static bool IsSyllable(string word)
    {
        if (word.Length is 0 or > LongestSyllable || !HasOneCase(word))
        {
            return false;
        }

        var (plain, tone, tones) = TakeTone(word.ToLowerInvariant());
        return tones <= 1 && Onsets.Any(onset => IsSyllable(plain, onset, tone));
    }

    private static bool IsSyllable(string plain, string onset, char tone)
    {
        if (!plain.StartsWith(onset, StringComparison.Ordinal))
        {
            return false;
        }

        var rhyme = plain[onset.Length..];
        var rhymes = string.Equals(onset, "qu", StringComparison.Ordinal) ? RhymesAfterQu : Rhymes;
        return rhymes.Contains(rhyme) && (!IsStopped(rhyme) || tone is Acute or Dot);
    }

    private static bool IsStopped(string rhyme) =>
        rhyme[^1] is 'c' or 'p' or 't' || rhyme.EndsWith("ch", StringComparison.Ordinal);

    /// <summary>"QUÁN" and "Quán" are words; "QuÁn" is what a wrong table makes of one.</summary>
    private static bool HasOneCase(string word) => !word.Skip(1).Any(char.IsUpper) || word.All(char.IsUpper);

    private static (string Plain, char Tone, int Tones) TakeTone(string word)
    {
        var tone = '\0';
        var count = 0;
        var plain = new StringBuilder(word.Length);
        foreach (var mark in word.Normalize(NormalizationForm.FormD))
        {
            if (Tones.Contains(mark, StringComparison.Ordinal))
            {
                tone = mark;
                count++;
            }
            else
            {
                plain.Append(mark);
            }
        }

        return (plain.ToString().Normalize(NormalizationForm.FormC), tone, count);
    }
}
