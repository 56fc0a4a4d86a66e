using System.Text;
using Twin.Geo.Text;

namespace Twin.Api.Observations;

/// <summary>
/// Looks at the beginning of a body, which tells UTF-16 (what Excel calls Unicode text) and the old encodings of
/// Vietnamese from UTF-8, and then gives the body as it was.
/// </summary>
internal sealed class PeekedStream : BodyStream
{
    private readonly ReadOnlyMemory<byte> _head;
    private int _given;

    private PeekedStream(Stream inner, ReadOnlyMemory<byte> head, bool isWhole, bool isCsv)
        : base(inner)
    {
        _head = head;
        Charset = head.Span switch
        {
            [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
            [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
            var bytes when isCsv => Guess(bytes, isWhole),
            _ => null, // JSON is UTF-8 (RFC 8259), and whatever else it is, is wrong.
        };
    }

    /// <summary>The encoding, when the beginning of the body tells one; <c>null</c> for UTF-8 and in doubt.</summary>
    public Encoding? Charset { get; }

    /// <summary>Opens a body; one of CSV is looked at more closely.</summary>
    public static async Task<PeekedStream> OpenAsync(Stream inner, bool isCsv, CancellationToken cancellationToken)
    {
        var head = new byte[VietnameseEncodings.SampleBytes];
        var length = await inner.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        return new PeekedStream(inner, head.AsMemory(0, length), length < head.Length, isCsv);
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var left = Math.Min(_head.Length - _given, buffer.Length);
        if (left == 0)
        {
            return await Inner.ReadAsync(buffer, cancellationToken);
        }

        _head.Slice(_given, left).CopyTo(buffer);
        _given += left;
        return left;
    }

    private static Encoding? Guess(ReadOnlySpan<byte> head, bool isWhole)
    {
        var guess = VietnameseEncodings.Guess(head, isWhole);
        return guess.Candidates.IsEmpty ? null : guess.Encoding;
    }
}
