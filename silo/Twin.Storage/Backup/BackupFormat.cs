using System.Text.Json;

namespace Twin.Storage.Backup;

/// <summary>
/// The file: eight bytes that name the format and its version, then frames. A frame is its kind (1 byte), the length of
/// its payload (4 bytes, little-endian), the payload, and a CRC-32C (4 bytes) over kind, length, payload and the
/// checksum of the frame before, so that none can be missing, twice, or elsewhere. First comes the header (JSON); for
/// each table its description (JSON) and its rows, some hundred kilobytes a frame; last the end (number of rows, 8
/// bytes), behind which nothing follows. A value is a kind (1 byte: null, number, bytes), then 8 bytes, or a length (4
/// bytes) and that many bytes.
/// </summary>
internal static class BackupFormat
{
    /// <summary>The bytes of rows after which a frame ends.</summary>
    public const int RowsFrameBytes = 256 * 1024;

    /// <summary>The largest payload: a full frame and one row with the largest state or batch.</summary>
    public const int MaxPayloadBytes = 128 * 1024 * 1024;

    public const byte Header = 1;
    public const byte Table = 2;
    public const byte Rows = 3;
    public const byte End = 4;

    public const byte Null = 0;
    public const byte Number = 1;
    public const byte Bytes = 2;

    /// <summary>The bytes of kind and length before a payload.</summary>
    public const int FrameHeadBytes = 5;

    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The last byte is the version of the format.</summary>
    public static ReadOnlySpan<byte> Magic => "TWINBAK\u0001"u8;
}
