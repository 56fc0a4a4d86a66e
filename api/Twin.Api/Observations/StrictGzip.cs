using System.IO.Compression;

namespace Twin.Api.Observations;

/// <summary>
/// Makes the runtime say when compressed data end before their end. By itself it ends the text there without a word,
/// and half a report would count as a whole one.
/// </summary>
internal static class StrictGzip
{
    private const string Switch = "System.IO.Compression.UseStrictValidation";

    // The header of a gzip file (RFC 1952 §2.3) and nothing after it.
    private static readonly byte[] Truncated = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3];

    /// <summary>
    /// Turns it on, and makes sure: the runtime reads its switch once, so that a program which has inflated something
    /// before must set it in its runtime configuration.
    /// </summary>
    public static void Require()
    {
        AppContext.SetSwitch(Switch, true);
        using var gzip = new GZipStream(new MemoryStream(Truncated), CompressionMode.Decompress);
        try
        {
            gzip.ReadByte();
        }
        catch (InvalidDataException)
        {
            return;
        }

        throw new InvalidOperationException($"Set {Switch} to true in the program's runtimeconfig.json.");
    }
}
