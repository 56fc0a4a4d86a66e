using System.Text;
using Twin.Geo.Text;
using Xunit;

namespace Twin.Geo.Tests.Text;

public sealed class VietnameseEncodingTests
{
    // As GNU libc 2.36 converts TCVN5712-1, which agrees with VN2 from A0 up.
    private const string Tcvn3 = """
        à=B5 ả=B6 ã=B7 á=B8 ạ=B9 ă=A8 ằ=BB ẳ=BC ẵ=BD ắ=BE ặ=C6 â=A9 ầ=C7 ẩ=C8 ẫ=C9
        ấ=CA ậ=CB è=CC ẻ=CE ẽ=CF é=D0 ẹ=D1 ê=AA ề=D2 ể=D3 ễ=D4 ế=D5 ệ=D6 ì=D7 ỉ=D8
        ĩ=DC í=DD ị=DE ò=DF ỏ=E1 õ=E2 ó=E3 ọ=E4 ô=AB ồ=E5 ổ=E6 ỗ=E7 ố=E8 ộ=E9 ơ=AC
        ờ=EA ở=EB ỡ=EC ớ=ED ợ=EE ù=EF ủ=F1 ũ=F2 ú=F3 ụ=F4 ư=AD ừ=F5 ử=F6 ữ=F7 ứ=F8
        ự=F9 ỳ=FA ỷ=FB ỹ=FC ý=FD ỵ=FE đ=AE Ă=A1 Ằ=AF Ẳ=BA Ẵ=BF Ắ=C0 Â=A2 Ầ=C1 Ẩ=C2
        Ẫ=C3 Ấ=C4 Ê=A3 Ề=C5 Ể=CD Ễ=D9 Ế=DA Ô=A4 Ồ=DB Ổ=E0 Ỗ=F0 Ố=FF Ơ=A5 Ư=A6 Đ=A7
        """;

    // As RFC 1456 lists them and GNU libc converts VISCII.
    private const string Viscii = """
        à=E0 ả=E4 ã=E3 á=E1 ạ=D5 ă=E5 ằ=A2 ẳ=C6 ẵ=C7 ắ=A1 ặ=A3 â=E2 ầ=A5 ẩ=A6 ẫ=E7
        ấ=A4 ậ=A7 è=E8 ẻ=EB ẽ=A8 é=E9 ẹ=A9 ê=EA ề=AB ể=AC ễ=AD ế=AA ệ=AE ì=EC ỉ=EF
        ĩ=EE í=ED ị=B8 ò=F2 ỏ=F6 õ=F5 ó=F3 ọ=F7 ô=F4 ồ=B0 ổ=B1 ỗ=B2 ố=AF ộ=B5 ơ=BD
        ờ=B6 ở=B7 ỡ=DE ớ=BE ợ=FE ù=F9 ủ=FC ũ=FB ú=FA ụ=F8 ư=DF ừ=D7 ử=D8 ữ=E6 ứ=D1
        ự=F1 ỳ=CF ỷ=D6 ỹ=DB ý=FD ỵ=DC đ=F0 À=C0 Ả=C4 Ã=C3 Á=C1 Ạ=80 Ă=C5 Ằ=82 Ẳ=02
        Ẵ=05 Ắ=81 Ặ=83 Â=C2 Ầ=85 Ẩ=86 Ẫ=06 Ấ=84 Ậ=87 È=C8 Ẻ=CB Ẽ=88 É=C9 Ẹ=89 Ê=CA
        Ề=8B Ể=8C Ễ=8D Ế=8A Ệ=8E Ì=CC Ỉ=9B Ĩ=CE Í=CD Ị=98 Ò=D2 Ỏ=99 Õ=A0 Ó=D3 Ọ=9A
        Ô=D4 Ồ=90 Ổ=91 Ỗ=92 Ố=8F Ộ=93 Ơ=B4 Ờ=96 Ở=97 Ỡ=B3 Ớ=95 Ợ=94 Ù=D9 Ủ=9C Ũ=9D
        Ú=DA Ụ=9E Ư=BF Ừ=BB Ử=BC Ữ=FF Ứ=BA Ự=B9 Ỳ=9F Ỷ=14 Ỹ=19 Ý=DD Ỵ=1E Đ=D0
        """;

    // As keyboards of the time wrote them for the VNI fonts.
    private const string Vni = """
        à=61F8 ả=61FB ã=61F5 á=61F9 ạ=61EF ă=61EA ằ=61E8 ẳ=61FA ẵ=61FC ắ=61E9 ặ=61EB
        â=61E2 ầ=61E0 ẩ=61E5 ẫ=61E3 ấ=61E1 ậ=61E4 è=65F8 ẻ=65FB ẽ=65F5 é=65F9 ẹ=65EF
        ê=65E2 ề=65E0 ể=65E5 ễ=65E3 ế=65E1 ệ=65E4 ì=EC ỉ=E6 ĩ=F3 í=ED ị=F2 ò=6FF8
        ỏ=6FFB õ=6FF5 ó=6FF9 ọ=6FEF ô=6FE2 ồ=6FE0 ổ=6FE5 ỗ=6FE3 ố=6FE1 ộ=6FE4 ơ=F4
        ờ=F4F8 ở=F4FB ỡ=F4F5 ớ=F4F9 ợ=F4EF ù=75F8 ủ=75FB ũ=75F5 ú=75F9 ụ=75EF ư=F6
        ừ=F6F8 ử=F6FB ữ=F6F5 ứ=F6F9 ự=F6EF ỳ=79F8 ỷ=79FB ỹ=79F5 ý=79F9 ỵ=EE đ=F1 À=41D8
        Ả=41DB Ã=41D5 Á=41D9 Ạ=41CF Ă=41CA Ằ=41C8 Ẳ=41DA Ẵ=41DC Ắ=41C9 Ặ=41CB Â=41C2
        Ầ=41C0 Ẩ=41C5 Ẫ=41C3 Ấ=41C1 Ậ=41C4 È=45D8 Ẻ=45DB Ẽ=45D5 É=45D9 Ẹ=45CF Ê=45C2
        Ề=45C0 Ể=45C5 Ễ=45C3 Ế=45C1 Ệ=45C4 Ì=CC Ỉ=C6 Ĩ=D3 Í=CD Ị=D2 Ò=4FD8 Ỏ=4FDB
        Õ=4FD5 Ó=4FD9 Ọ=4FCF Ô=4FC2 Ồ=4FC0 Ổ=4FC5 Ỗ=4FC3 Ố=4FC1 Ộ=4FC4 Ơ=D4 Ờ=D4D8
        Ở=D4DB Ỡ=D4D5 Ớ=D4D9 Ợ=D4CF Ù=55D8 Ủ=55DB Ũ=55D5 Ú=55D9 Ụ=55CF Ư=D6 Ừ=D6D8
        Ử=D6DB Ữ=D6D5 Ứ=D6D9 Ự=D6CF Ỳ=59D8 Ỷ=59DB Ỹ=59D5 Ý=59D9 Ỵ=CE Đ=D1
        """;

    private const string Sentence = "Hành trình phá án: Bí ẩn xác chết bên triền đê";

    private static readonly string[] Names = ["tcvn3", "viscii", "vni"];

    public static TheoryData<string, string> Tables => new()
    {
        { "tcvn3", Tcvn3 },
        { "viscii", Viscii },
        { "vni", Vni },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void Each_letter_stands_at_its_bytes(string name, string table)
    {
        var encoding = Encoding(name);

        foreach (var row in Rows(table))
        {
            Assert.Equal((row.Letter, row.Bytes), (row.Letter, Convert.ToHexString(encoding.GetBytes(row.Letter))));
            Assert.Equal(row.Letter, encoding.GetString(Convert.FromHexString(row.Bytes)));
        }
    }

    [Fact]
    public void Every_letter_of_Vietnamese_can_be_written_in_each_and_read_again()
    {
        var ascii = Enumerable.Range(' ', 95).Select(character => (char)character);
        var letters = string.Concat(VietnameseTable.Letters.Concat(ascii));

        Assert.Equal(134, VietnameseTable.Letters.Count);
        Assert.Equal(134, Rows(Viscii).Count());
        Assert.Equal(134, Rows(Vni).Count());
        foreach (var encoding in Names.Select(Encoding))
        {
            Assert.Equal(letters, encoding.GetString(encoding.GetBytes(letters)));
        }
    }

    [Fact]
    public void Every_byte_is_a_character_a_mark_or_refused_and_the_same_when_written_again()
    {
        foreach (var encoding in Names.Select(Encoding))
        {
            for (var value = 0; value < 256; value++)
            {
                byte[] bytes = [(byte)value];
                try
                {
                    Assert.Equal(bytes, encoding.GetBytes(encoding.GetString(bytes)));
                }
                catch (DecoderFallbackException exception)
                {
                    Assert.Equal(bytes, exception.BytesUnknown);
                    Assert.InRange(value, 0x80, 0xFF);
                }
            }
        }
    }

    public static TheoryData<string, string, string> Sentences => new()
    {
        { "tcvn3", "Hµnh tr×nh ph¸ ¸n: BÝ Èn x¸c chÕt bªn triÒn ®ª", Sentence },
        { "vni", "Haønh trình phaù aùn: Bí aån xaùc cheát beân trieàn ñeâ", Sentence },
        { "viscii", "Hành trình phá án: Bí ¦n xác chªt bên tri«n ðê", Sentence },
        { "vni", "HOÀNG BAØNG – QUAÄN NGOÂ QUYEÀN", "HỒNG BÀNG – QUẬN NGÔ QUYỀN" },
        { "tcvn3", "§¶o B¹ch Long VÜ", "Đảo Bạch Long Vĩ" },
        { "tcvn3", "A\u00B0 \u00A2\u00B3 o\u00B4", "À Ấ ọ" },
        { "vni", "", "" },
    };

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_text_is_read_whole_and_however_it_is_cut(string name, string latin, string expected)
    {
        var encoding = Encoding(name);
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1252)?.GetBytes(latin) ?? [];

        Assert.Equal(expected, encoding.GetString(bytes));
        Assert.Equal(expected, VietnameseEncodings.Reread(latin, encoding));
        for (var cut = 0; cut <= bytes.Length; cut++)
        {
            Assert.Equal(expected, InTwo(encoding.GetDecoder(), bytes, cut));
        }
    }

    [Fact]
    public async Task A_stream_is_turned_into_another_encoding()
    {
        var text = string.Concat(Enumerable.Repeat("Ấp Đường Thượng, xã Vĩnh Bảo\n", 2_000));
        using var vni = new MemoryStream(VietnameseEncodings.Vni.GetBytes(text));
        await using var utf8 = System.Text.Encoding.CreateTranscodingStream(
            vni, VietnameseEncodings.Vni, System.Text.Encoding.UTF8);
        using var reader = new StreamReader(utf8);

        Assert.Equal(text, await reader.ReadToEndAsync());
    }

    public static TheoryData<string, byte[]> Malformed => new()
    {
        { "vni", [(byte)'t', 0xF8] }, // A tone on a letter that takes none.
        { "vni", [0xF8] }, // A tone on nothing.
        { "vni", [(byte)'e', 0xEA] }, // A breve on e.
        { "vni", [(byte)'a', 0xF8, 0xF8] },
        { "tcvn3", [(byte)'b', 0xB3] },
        { "tcvn3", [0x8D] },
        { "vni", [0xDE] },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void Bytes_that_the_encoding_does_not_have_there_are_refused(string name, byte[] bytes) =>
        Assert.Throws<DecoderFallbackException>(() => Encoding(name).GetString(bytes));

    [Theory]
    [InlineData("tcvn3")]
    [InlineData("viscii")]
    [InlineData("vni")]
    public void Characters_that_the_encoding_does_not_have_are_refused(string name) =>
        Assert.Throws<EncoderFallbackException>(() => Encoding(name).GetBytes("東"));

    private static Encoding Encoding(string name) =>
        VietnameseEncodings.Find(name) ?? throw new InvalidOperationException(name);

    private static string InTwo(Decoder decoder, byte[] bytes, int cut)
    {
        var chars = new char[bytes.Length + 1];
        var first = decoder.GetChars(bytes, 0, cut, chars, 0);
        var count = decoder.GetCharCount(bytes, cut, bytes.Length - cut, flush: true);
        var second = decoder.GetChars(bytes, cut, bytes.Length - cut, chars, first, flush: true);
        Assert.Equal(count, second);
        return new string(chars, 0, first + second);
    }

    private static IEnumerable<(string Letter, string Bytes)> Rows(string table) =>
        table.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(row => row.Split('='))
            .Select(row => (row[0], row[1]));
}
