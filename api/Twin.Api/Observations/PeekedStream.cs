using System.Text;

namespace Twin.Api.Observations;

/// <summary>
/// Looks at the first two bytes of a body, which tell UTF-16 (what Excel calls Unicode text) from UTF-8, and then gives
/// the body as it was.
/// </summary>
internal sealed class PeekedStream : BodyStream
{
    private readonly byte[] _head;
    private int _given;

    private PeekedStream(Stream inner, byte[] head)
        : base(inner)
    {
        _head = head;
        Utf16 = head switch
        {
            [0xFF, 0xFE] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
            [0xFE, 0xFF] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
            _ => null,
        };
    }

    /// <summary>The encoding, when the body begins with the mark of UTF-16.</summary>
    public Encoding? Utf16 { get; }

    /// <summary>Opens a body.</summary>
    public static async Task<PeekedStream> OpenAsync(Stream inner, CancellationToken cancellationToken)
    {
        var head = new byte[2];
        var length = await inner.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        return new PeekedStream(inner, head[..length]);
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var left = Math.Min(_head.Length - _given, buffer.Length);
        if (left == 0)
        {
            return await Inner.ReadAsync(buffer, cancellationToken);
        }

        _head.AsMemory(_given, left).CopyTo(buffer);
        _given += left;
        return left;
    }
}
