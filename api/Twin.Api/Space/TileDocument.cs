using System.IO.Compression;
using System.Security.Cryptography;

namespace Twin.Api.Space;

/// <summary>A vector tile as it is sent. Safe for any number of threads.</summary>
/// <param name="tile">The tile, not compressed.</param>
internal sealed class TileDocument(byte[] tile)
{
    private readonly Lazy<byte[]> _compressed = new(() => Compress(tile));

    /// <summary>The tile, not compressed.</summary>
    public ReadOnlyMemory<byte> Plain => tile;

    /// <summary>The tile, compressed with gzip when it is first asked for.</summary>
    public ReadOnlyMemory<byte> Compressed => _compressed.Value;

    /// <summary>
    /// The entity tag: of what the tile says, so it is the same from another silo and after a restart. Weak, because
    /// compression changes the bytes and not what they say.
    /// </summary>
    public string EntityTag { get; } =
        $"W/\"{Convert.ToHexStringLower(SHA256.HashData(tile).AsSpan(0, 16))}\"";

    private static byte[] Compress(byte[] tile)
    {
        var buffer = new MemoryStream(tile.Length);
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest))
        {
            gzip.Write(tile);
        }

        return buffer.ToArray();
    }
}
