using System.Globalization;
using System.Text;
using Twin.Geo.Text;
using Twin.TestKit;
using Xunit;

namespace Twin.Geo.Tests.Text;

public sealed class EncodingGuessTests
{
    private const string Table =
        "Tên đơn vị;Số hộ\nPhường Hồng Bàng;2.310\nPhường Ngô Quyền;1.500\n"
        + "Xã Vĩnh Bảo;900\nĐặc khu Cát Hải;77\n";

    private const string Tones = "\u0300\u0301\u0303\u0309\u0323";

    private static readonly string[] Encodings = ["tcvn3", "viscii", "vni", "windows-1258"];

    [Fact]
    public void A_table_is_recognized_in_each_encoding_and_read_as_it_was()
    {
        foreach (var encoding in Encodings.Select(Find))
        {
            var bytes = encoding.GetBytes(Written(Table, encoding));

            var guess = VietnameseEncodings.Guess(bytes, isWhole: true);

            Assert.Equal(encoding.WebName, guess.Encoding?.WebName);
            Assert.Equal(Table, guess.Encoding?.GetString(bytes).Normalize(NormalizationForm.FormC));
        }
    }

    [Fact]
    public void The_names_of_every_unit_of_the_city_are_recognized_in_each_encoding()
    {
        var names = File.ReadLines(Path.Combine(ReferenceData.DatasetFolder("hai-phong"), "units.csv"))
            .Skip(1)
            .Select(line => line.Split(',')[3])
            .ToArray();

        Assert.True(names.Length > 300);
        foreach (var encoding in Encodings.Select(Find))
        {
            foreach (var some in names.Chunk(8))
            {
                var text = string.Join('\n', some);

                var guess = VietnameseEncodings.Guess(encoding.GetBytes(Written(text, encoding)), isWhole: true);

                Assert.True(
                    string.Equals(encoding.WebName, guess.Encoding?.WebName, StringComparison.Ordinal),
                    $"{encoding.WebName}: {text}: {string.Join(' ', guess.Candidates)}");
            }
        }
    }

    public static TheoryData<string, byte[], bool, string?> Samples => new()
    {
        { "nothing", [], true, "utf-8" },
        { "ASCII alone", "unit,value\n1,2\n"u8.ToArray(), true, "utf-8" },
        { "UTF-8", "Hải Phòng"u8.ToArray(), true, "utf-8" },
        { "UTF-8 cut inside a letter", "Hải Ph\u1ED3"u8[..^1].ToArray(), false, "utf-8" },
        { "a file that ends inside a letter", "Hải Ph\u1ED3"u8[..^1].ToArray(), true, null },
        { "French", Encoding.Latin1.GetBytes("Café, Hôtel, Élève, Garçon"), true, null },
        { "one word of several readings", Encoding.Latin1.GetBytes("ngu\u00ED"), true, null },
        { "noise", [0xFF, 0xFE, 0x80, 0x81, 0xC0, 0x00], true, null },
        { "with TCVN3", [.. "Hồng Bàng, Ngô Quyền\n"u8, (byte)'Q', (byte)'u', 0xB8], true, null },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void What_is_in_doubt_is_not_guessed(string name, byte[] sample, bool isWhole, string? expected)
    {
        var guess = VietnameseEncodings.Guess(sample, isWhole);

        Assert.True(string.Equals(expected, guess.Encoding?.WebName, StringComparison.Ordinal), name);
    }

    public static TheoryData<string, string[], string?> Texts => new()
    {
        { "a workbook in .VnTime", ["Ph­êng Hång Bµng", "X· VÜnh B¶o", "§Æc khu C¸t H¶i"], "tcvn3" },
        { "one in VNI-Times", ["Phöôøng Hoàng Baøng", "Xaõ Vónh Baûo", "Ñaëc khu Caùt Haûi"], "vni" },
        { "Unicode", ["Phường Hồng Bàng", "Xã Vĩnh Bảo", "Đặc khu Cát Hải"], null },
        { "Unicode that Latin 1 could hold", ["Xã Cát Bà", "Tân Thành", "Hà Nam", "An Lão"], null },
        { "French", ["Café", "Hôtel"], null },
        { "ASCII", ["Cat Ba"], null },
        { "nothing", [], null },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_taken_for_Western_European_is_recognized(string name, string[] texts, string? expected) =>
        Assert.True(
            string.Equals(expected, VietnameseEncodings.GuessMisread(texts)?.WebName, StringComparison.Ordinal), name);

    [Fact]
    public void Text_with_letters_of_Unicode_cannot_have_been_misread() =>
        Assert.Null(VietnameseEncodings.Reread("Hải Phòng", VietnameseEncodings.Tcvn3));

    [Theory]
    [InlineData("TCVN3", "tcvn3")]
    [InlineData("abc", "tcvn3")]
    [InlineData("VNI-Windows", "vni")]
    [InlineData("viscii", "viscii")]
    [InlineData("windows-1258", "windows-1258")]
    [InlineData("utf-8", "utf-8")]
    [InlineData("utf-7", null)]
    [InlineData("latin-9000", null)]
    [InlineData("", null)]
    public void An_encoding_is_found_by_its_names(string name, string? expected) =>
        Assert.Equal(expected, VietnameseEncodings.Find(name)?.WebName);

    [Theory]
    [InlineData("nghiêng", true)]
    [InlineData("Quận", true)]
    [InlineData("QUYỀN", true)]
    [InlineData("quốc", true)]
    [InlineData("giữa", true)]
    [InlineData("Đặc", true)]
    [InlineData("ở", true)]
    [InlineData("khuỷu", true)]
    [InlineData("QuÁn", false)] // A capital inside.
    [InlineData("các", true)]
    [InlineData("càc", false)] // A stopped rhyme with a falling tone.
    [InlineData("café", false)]
    [InlineData("áá", false)]
    [InlineData("đ", false)]
    [InlineData("", false)]
    [InlineData("nghiêngs", false)]
    public void A_syllable_is_told_from_what_Vietnamese_cannot_have(string word, bool isSyllable) =>
        Assert.Equal(isSyllable, VietnameseSyllables.IsSyllable(word));

    private static Encoding Find(string name) =>
        VietnameseEncodings.Find(name) ?? throw new InvalidOperationException(name);

    /// <summary>Windows-1258 has letters with a shape, and tones as marks of their own.</summary>
    private static string Written(string text, Encoding encoding)
    {
        if (encoding.CodePage != 1258)
        {
            return text;
        }

        var written = new StringBuilder();
        foreach (var letter in text)
        {
            var marks = letter.ToString(CultureInfo.InvariantCulture).Normalize(NormalizationForm.FormD);
            var shape = string.Concat(marks.Where(mark => !Tones.Contains(mark, StringComparison.Ordinal)));
            written.Append(shape.Normalize(NormalizationForm.FormC))
                .AppendJoin(string.Empty, marks.Where(mark => Tones.Contains(mark, StringComparison.Ordinal)));
        }

        return written.ToString();
    }
}
