using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Twin.Api.Lists;

/// <summary>
/// Where a page ended: one number whose meaning is the list's own (a place, a period, a sequence number), as text that
/// invites nobody to count with it.
/// </summary>
internal static class Cursor
{
    private const string Prefix = "after:";

    /// <summary>The text of a position.</summary>
    public static string Format(long position) => Base64Url.EncodeToString(
        Encoding.ASCII.GetBytes(Prefix + position.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Reads what <see cref="Format"/> gave.</summary>
    public static bool TryParse(string text, out long position)
    {
        position = 0;
        Span<byte> bytes = stackalloc byte[48];
        return text.Length <= bytes.Length
            && Base64Url.DecodeFromChars(text, bytes, out _, out var length) == OperationStatus.Done
            && bytes[..length].StartsWith("after:"u8)
            && long.TryParse(
                bytes[Prefix.Length..length], NumberStyles.None, CultureInfo.InvariantCulture, out position);
    }
}
