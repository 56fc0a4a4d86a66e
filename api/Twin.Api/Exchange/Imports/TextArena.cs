using System.Text;

namespace Twin.Api.Exchange.Imports;

/// <summary>
/// Holds the texts of one line in UTF-8, one after another. What it gave is valid until <see cref="Clear"/>. For one
/// thread.
/// </summary>
internal sealed class TextArena
{
    private const int FirstBlock = 16 << 10;

    private byte[] _block = new byte[FirstBlock];
    private int _used;

    /// <summary>Forgets all texts.</summary>
    public void Clear() => _used = 0;

    /// <summary>The bytes of a text.</summary>
    public ReadOnlySpan<byte> Add(string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most > _block.Length - _used)
        {
            // Earlier texts keep the old block alive for as long as somebody reads them.
            _block = new byte[Math.Max(_block.Length * 2, most)];
            _used = 0;
        }

        var written = Encoding.UTF8.GetBytes(text, _block.AsSpan(_used));
        var bytes = _block.AsSpan(_used, written);
        _used += written;
        return bytes;
    }
}
