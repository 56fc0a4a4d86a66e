using System.ComponentModel;
using System.Diagnostics;
using Twin.Geo.Ais;
using Twin.TestKit;

namespace Twin.Benchmarks.Workloads;

/// <summary>
/// AIS sentences of one file, all fields of all messages, on one core, beside <c>gpsdecode</c> of gpsd on the same
/// file: once with its answers printed as JSON, once with a filter that lets none be printed, so that only its
/// decoding is timed.
/// </summary>
internal static class AisDecoding
{
    private const int Repeats = 4_000;
    private const int Runs = 5;

    private static readonly string[] Files =
    [
        "reference/ais/gpsd_ais-18-27.log", "reference/ais/libais_typeexamples.nmea",
    ];

    public static async Task RunAsync(BenchmarkReport report)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "sentences.nmea");
        var count = await WriteAsync(path);
        var all = Best(path, count, static (in AisFrame frame) => AisMessageReader.Read(frame) is not null);
        var positions = Best(path, count, static (in AisFrame frame) => AisPositionReader.TryRead(frame, out _));
        report.Row("AIS, all fields of all messages", $"{all:N0} sentences/s", $"best of {Runs}");
        report.Row("AIS, positions only", $"{positions:N0} sentences/s", $"best of {Runs}");
        var printed = await PeerAsync(path, count, []);
        if (printed is null)
        {
            report.Line("gpsdecode is not installed (apt-get install gpsd-clients), so there is no peer.");
            return;
        }

        var silent = await PeerAsync(path, count, ["-t", "99"]);
        report.Row("AIS, gpsdecode, printed as JSON", $"{printed:N0} sentences/s", $"ours {all / printed:N1} times");
        report.Row("AIS, gpsdecode, nothing printed", $"{silent:N0} sentences/s", $"ours {all / silent:N1} times");
    }

    private delegate bool Decode(in AisFrame frame);

    private static async Task<int> WriteAsync(string path)
    {
        var sentences = new List<string>();
        foreach (var file in Files)
        {
            var lines = await File.ReadAllLinesAsync(ReferenceData.Require(file));
            sentences.AddRange(lines.Where(line => line.StartsWith('!')));
        }

        await using var writer = new StreamWriter(path);
        for (var i = 0; i < Repeats; i++)
        {
            foreach (var sentence in sentences)
            {
                await writer.WriteLineAsync(sentence);
            }
        }

        return sentences.Count * Repeats;
    }

    private static double Best(string path, int sentences, Decode decode)
    {
        var best = 0.0;
        for (var i = 0; i < Runs; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            Read(path, decode);
            best = Math.Max(best, sentences / Stopwatch.GetElapsedTime(begun).TotalSeconds);
        }

        return best;
    }

    private static void Read(string path, Decode decode)
    {
        var reader = new AisReader(TimeProvider.System);
        using var file = File.OpenHandle(path, options: FileOptions.SequentialScan);
        Span<byte> buffer = new byte[1 << 16];
        var offset = 0L;
        var kept = 0;
        int length;
        while ((length = RandomAccess.Read(file, buffer[kept..], offset)) > 0)
        {
            offset += length;
            var text = buffer[..(kept + length)];
            int end;
            while ((end = text.IndexOf((byte)'\n')) >= 0)
            {
                if (reader.Read(text[..end], out var frame) is AisLineOutcome.Message)
                {
                    decode(frame);
                }

                text = text[(end + 1)..];
            }

            text.CopyTo(buffer);
            kept = text.Length;
        }
    }

    /// <summary>Sentences a second of gpsdecode; <c>null</c> where it is not installed.</summary>
    private static async Task<double?> PeerAsync(string path, int sentences, string[] arguments)
    {
        try
        {
            var begun = Stopwatch.GetTimestamp();
            using var process = Process.Start(new ProcessStartInfo("gpsdecode", arguments)
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            });
            if (process is null)
            {
                return null;
            }

            var drain = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
            await using (var file = File.OpenRead(path))
            {
                await file.CopyToAsync(process.StandardInput.BaseStream);
            }

            process.StandardInput.Close();
            await drain;
            await process.WaitForExitAsync();
            return sentences / Stopwatch.GetElapsedTime(begun).TotalSeconds;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
