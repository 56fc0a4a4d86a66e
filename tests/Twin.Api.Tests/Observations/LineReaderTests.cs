using System.Security.Cryptography;
using System.Text;
using Twin.Api.Observations;

namespace Twin.Api.Tests.Observations;

public sealed class LineReaderTests
{
    private const int MaxLineBytes = 16;

    public static TheoryData<string, string, string[]> Bodies => new()
    {
        { "empty", "", [] },
        { "one without an end", "a", ["1:a"] },
        { "one with an end", "a\n", ["1:a"] },
        { "CRLF", "a\r\nb\r\n", ["1:a", "2:b"] },
        { "empty lines are lines", "a\n\nb", ["1:a", "2:", "3:b"] },
        { "byte order mark", "\uFEFFa\nb", ["1:a", "2:b"] },
        { "as long as may be", "0123456789abcdef\nb", ["1:0123456789abcdef", "2:b"] },
        { "one longer, then good ones", "0123456789abcdefg\nb\nc", ["1:too long", "2:b", "3:c"] },
        { "much longer at the end", $"a\n{new string('x', 500_000)}", ["1:a", "2:too long"] },
        { "much longer in the middle", $"a\n{new string('x', 500_000)}\nb", ["1:a", "2:too long", "3:b"] },
        { "letters of several bytes", "Hồng Bàng\nđ", ["1:Hồng Bàng", "2:đ"] },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Lines_are_the_same_however_the_bytes_arrive(string name, string body, string[] expected)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        foreach (var chunk in new[] { 1, 2, 3, 7, 4096, int.MaxValue })
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            // Byte by byte through half a million takes long and shows nothing more.
            var size = bytes.Length > 10_000 ? Math.Max(chunk, 1000) : chunk;

            var lines = await ReadAsync(new Chunked(bytes, size), hash);

            Assert.True(expected.SequenceEqual(lines, StringComparer.Ordinal), $"{name}: {string.Join('|', lines)}");
            Assert.Equal(SHA256.HashData(bytes), hash.GetHashAndReset());
        }
    }

    private static async Task<List<string>> ReadAsync(Stream body, IncrementalHash hash)
    {
        using var reader = new LineReader(body, MaxLineBytes, hash);
        var lines = new List<string>();
        while (await reader.FillAsync(CancellationToken.None))
        {
            while (reader.TryRead(out var line, out var isTooLong))
            {
                var text = isTooLong ? "too long" : Encoding.UTF8.GetString(line);
                lines.Add(FormattableString.Invariant($"{reader.LineNumber}:{text}"));
            }
        }

        return lines;
    }

    private sealed class Chunked(byte[] bytes, int size) : BodyStream(new MemoryStream(bytes))
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Inner.ReadAsync(buffer[..Math.Min(buffer.Length, size)], cancellationToken);
    }
}
