using System.Collections.Frozen;
using System.Text;

namespace Twin.Geo.Text;

/// <summary>
/// What the bytes of one encoding mean: a letter, a mark for the letter before it, or nothing. Immutable.
/// </summary>
internal sealed class VietnameseTable
{
    // 80 to 9F, as Windows-1252 has them; letters that Vietnamese lacks are left out.
    private const string Punctuation =
        "€\0‚\0„…†‡\0‰\0‹\0\0\0\0"
        + "\0‘’“”•–—\0™\0›\0\0\0\0";

    private static readonly string[] Tones = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"];

    /// <summary>The letters of Vietnamese that ASCII does not have: 67 small, 67 capital.</summary>
    public static readonly FrozenSet<char> Letters = AllLetters().ToFrozenSet();

    private readonly char[] _letters;
    private readonly string?[] _marks;
    private readonly FrozenDictionary<(char Letter, byte Mark), char> _marked;
    private readonly FrozenDictionary<char, byte[]> _bytes;
    private readonly FrozenSet<char> _takers;

    private VietnameseTable(char[] letters, string?[] marks)
    {
        _letters = letters;
        _marks = marks;
        _marked = Compose(letters, marks);
        _takers = _marked.Keys.Select(key => key.Letter).ToFrozenSet();
        _bytes = Invert(letters, _marked);
    }

    /// <summary>
    /// The fonts of the ABC series: TCVN 5712:1993, VN2, from A0 up, with the punctuation of Windows below that.
    /// </summary>
    public static VietnameseTable Tcvn3 { get; } = Create(
        Punctuation
        + "\u00A0ĂÂÊÔƠƯĐăâêôơưđẰ\0\0\0\0\0àảãáạẲằẳẵắẴ"
        + "ẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịò"
        + "ỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ",
        new() { [0xB0] = Tones[1], [0xB1] = Tones[2], [0xB2] = Tones[3], [0xB3] = Tones[4], [0xB4] = Tones[5] });

    /// <summary>RFC 1456, of 1993. Six capitals stand among the control characters.</summary>
    public static VietnameseTable Viscii { get; } = Create(
        "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"
        + "ÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
        + "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư"
        + "àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ",
        [],
        new() { [0x02] = 'Ẳ', [0x05] = 'Ẵ', [0x06] = 'Ẫ', [0x14] = 'Ỷ', [0x19] = 'Ỹ', [0x1E] = 'Ỵ' });

    /// <summary>The VNI fonts of Windows: a letter, and after it a byte for its marks.</summary>
    public static VietnameseTable Vni { get; } = Create(
        Punctuation
        + "\u00A0¡¢£¤¥¦§¨©ª«¬\u00AD®¯°±²³´µ¶·¸¹º»¼½¾¿"
        + "\0\0\0\0\0\0Ỉ\0\0\0\0\0ÌÍỴ\0\0ĐỊĨƠ\0Ư\0\0\0\0\0\0\0\0\0"
        + "\0\0\0\0\0\0ỉ\0\0\0\0\0ìíỵ\0\0địĩơ\0ư\0\0\0\0\0\0\0\0\0",
        VniMarks());

    /// <summary>Whether a byte is a mark of the letter before it.</summary>
    public bool IsMark(byte value) => _marks[value] is not null;

    /// <summary>The letter of a byte; zero where the encoding has none there.</summary>
    public char LetterOf(byte value) => _letters[value];

    /// <summary>Whether a letter can be followed by a mark.</summary>
    public bool TakesMarks(char letter) => _takers.Contains(letter);

    /// <summary>A letter with the mark that follows it; zero where Vietnamese has no such letter.</summary>
    public char Mark(char letter, byte mark) => _marked.GetValueOrDefault((letter, mark));

    /// <summary>The bytes of a character; <c>null</c> where the encoding has none.</summary>
    public byte[]? BytesOf(char character) => _bytes.GetValueOrDefault(character);

    private static VietnameseTable Create(
        string upperHalf, Dictionary<byte, string> marks, Dictionary<byte, char>? controls = null)
    {
        var letters = new char[256];
        for (var value = 1; value < 0x80; value++)
        {
            letters[value] = controls?.GetValueOrDefault((byte)value) is { } capital and not '\0'
                ? capital
                : (char)value;
        }

        upperHalf.CopyTo(0, letters, 0x80, 0x80);
        var all = new string?[256];
        foreach (var (value, text) in marks)
        {
            all[value] = text;
        }

        return new VietnameseTable(letters, all);
    }

    /// <summary>The marks stand at the places of Latin letters: capital and small, twenty hexadecimal apart.</summary>
    private static Dictionary<byte, string> VniMarks()
    {
        const string Circumflex = "\u0302";
        const string Breve = "\u0306";
        Dictionary<byte, string> capitals = new()
        {
            [0xD8] = Tones[1], [0xDB] = Tones[2], [0xD5] = Tones[3], [0xD9] = Tones[4], [0xCF] = Tones[5],
            [0xC2] = Circumflex,
            [0xC0] = Circumflex + Tones[1],
            [0xC5] = Circumflex + Tones[2],
            [0xC3] = Circumflex + Tones[3],
            [0xC1] = Circumflex + Tones[4],
            [0xC4] = Circumflex + Tones[5],
            [0xCA] = Breve,
            [0xC8] = Breve + Tones[1],
            [0xDA] = Breve + Tones[2],
            [0xDC] = Breve + Tones[3],
            [0xC9] = Breve + Tones[4],
            [0xCB] = Breve + Tones[5],
        };
        return capitals
            .SelectMany(mark => new[] { mark, new((byte)(mark.Key + 0x20), mark.Value) })
            .ToDictionary(mark => mark.Key, mark => mark.Value);
    }

    private static FrozenDictionary<(char Letter, byte Mark), char> Compose(char[] letters, string?[] marks)
    {
        var composed = new Dictionary<(char, byte), char>();
        foreach (var letter in letters.Where(char.IsLetter))
        {
            for (var value = 0x80; value < marks.Length; value++)
            {
                if (marks[value] is { } mark
                    && (letter + mark).Normalize(NormalizationForm.FormC) is [var whole]
                    && Letters.Contains(whole))
                {
                    composed[(letter, (byte)value)] = whole;
                }
            }
        }

        return composed.ToFrozenDictionary();
    }

    /// <summary>A character of its own byte is written so; one of several marks has the mark of its own case.</summary>
    private static FrozenDictionary<char, byte[]> Invert(
        char[] letters, FrozenDictionary<(char Letter, byte Mark), char> marked)
    {
        var bytes = new Dictionary<char, byte[]>();
        for (var value = 0; value < letters.Length; value++)
        {
            if (value == 0 || letters[value] != '\0')
            {
                bytes.TryAdd(letters[value], [(byte)value]);
            }
        }

        foreach (var ((letter, mark), whole) in marked.OrderBy(pair => pair.Key.Mark))
        {
            var own = bytes[letter];
            if (own.Length == 1 && (!bytes.ContainsKey(whole) || (char.IsLower(whole) && bytes[whole].Length > 1)))
            {
                bytes[whole] = [own[0], mark];
            }
        }

        return bytes.ToFrozenDictionary();
    }

    private static IEnumerable<char> AllLetters()
    {
        var small = "aăâeêioôơuưy"
            .SelectMany(letter => Tones.Select(tone => (letter + tone).Normalize(NormalizationForm.FormC)[0]))
            .Where(letter => !char.IsAscii(letter))
            .Append('đ')
            .ToArray();
        return small.Concat(small.Select(char.ToUpperInvariant));
    }
}
