using System.Buffers;
using System.Collections.Immutable;
using Twin.Model.Space;
using Twin.Model.Vessels;
using Twin.Storage.Encoding;

namespace Twin.Storage.Positions;

/// <summary>
/// Packs the reports of a batch: a table of the texts in it, then report by report with time and place as differences
/// from the one before. Places are whole units of 1e-7 degrees, some 1 cm; speeds and courses tenths. Some 20 bytes a
/// report. Stateless.
/// </summary>
internal static class PositionCodec
{
    private const byte Version = 1;
    private const int MaxTexts = (PositionBatch.MaxReports * 3) + 1;
    private const int MaxTextBytes = 128;
    private const int MaxRowBytes = (BlobWriter.MaxVarintLength * 9) + 2;

    private const byte HasSpeed = 1;
    private const byte HasCourse = 2;
    private const byte HasHeading = 4;
    private const byte HasStatus = 8;

    /// <summary>
    /// Packs a batch; throws <see cref="ArgumentException"/> where it is empty, too large, or a text is.
    /// </summary>
    public static byte[] Encode(PositionBatch batch)
    {
        var reports = batch.Reports;
        if (reports.IsDefaultOrEmpty || reports.Length > PositionBatch.MaxReports)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"A batch has 1 to {PositionBatch.MaxReports} reports."), nameof(batch));
        }

        var texts = new Dictionary<string, int>(StringComparer.Ordinal);
        var table = new List<byte[]>();
        foreach (var report in reports)
        {
            Add(report.Vessel.Value, texts, table);
            Add(report.Feed, texts, table);
            if (report.Receiver is { } receiver)
            {
                Add(receiver, texts, table);
            }
        }

        var size = (BlobWriter.MaxVarintLength * (2 + table.Count)) + table.Sum(text => text.Length)
            + (reports.Length * MaxRowBytes) + 1;
        var buffer = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            return Write(reports, texts, table, buffer);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Unpacks a batch; throws <see cref="InvalidDataException"/> where the bytes are none.</summary>
    public static ImmutableArray<PositionReport> Decode(ReadOnlySpan<byte> blob)
    {
        var reader = new BlobReader(blob);
        if (reader.ReadByte() != Version)
        {
            throw new InvalidDataException("Positions of a later version.");
        }

        var texts = new string[reader.ReadCount(MaxTexts)];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = StrictUtf8.GetString(reader.ReadBytes(reader.ReadCount(MaxTextBytes)).ToArray());
        }

        var count = reader.ReadCount(PositionBatch.MaxReports);
        var reports = ImmutableArray.CreateBuilder<PositionReport>(count);
        var (time, longitude, latitude) = (0L, 0L, 0L);
        for (var i = 0; i < count; i++)
        {
            reports.Add(Read(ref reader, texts, ref time, ref longitude, ref latitude));
        }

        return reader.IsAtEnd
            ? reports.MoveToImmutable()
            : throw new InvalidDataException("Something follows the positions.");
    }

    private static byte[] Write(
        ImmutableArray<PositionReport> reports, Dictionary<string, int> texts, List<byte[]> table, byte[] buffer)
    {
        var writer = new BlobWriter(buffer);
        writer.WriteByte(Version);
        writer.WriteVarint((ulong)table.Count);
        foreach (var text in table)
        {
            writer.WriteVarint((ulong)text.Length);
            writer.WriteBytes(text);
        }

        writer.WriteVarint((ulong)reports.Length);
        var (time, longitude, latitude) = (0L, 0L, 0L);
        foreach (var report in reports)
        {
            writer.WriteVarint((ulong)texts[report.Vessel.Value]);
            writer.WriteVarint((ulong)texts[report.Feed]);
            writer.WriteVarint(report.Receiver is { } receiver ? (ulong)texts[receiver] + 1 : 0);
            Step(ref writer, ref time, report.PhenomenonTime.ToUnixTimeMilliseconds());
            Step(ref writer, ref longitude, PositionReport.Units(report.Position.LongitudeDegrees));
            Step(ref writer, ref latitude, PositionReport.Units(report.Position.LatitudeDegrees));
            WriteMotion(ref writer, report);
        }

        return buffer.AsSpan(0, writer.Position).ToArray();
    }

    private static void WriteMotion(ref BlobWriter writer, PositionReport report)
    {
        writer.WriteByte((byte)(
            (report.SpeedOverGroundKnots is null ? 0 : HasSpeed)
            | (report.CourseOverGroundDegrees is null ? 0 : HasCourse)
            | (report.TrueHeadingDegrees is null ? 0 : HasHeading)
            | (report.Status is null ? 0 : HasStatus)));
        if (report.SpeedOverGroundKnots is { } speed)
        {
            writer.WriteVarint((ulong)Math.Round(speed * 10));
        }

        if (report.CourseOverGroundDegrees is { } course)
        {
            writer.WriteVarint((ulong)Math.Round(course * 10));
        }

        if (report.TrueHeadingDegrees is { } heading)
        {
            writer.WriteVarint((ulong)heading);
        }

        if (report.Status is { } status)
        {
            writer.WriteByte((byte)status);
        }
    }

    private static PositionReport Read(
        ref BlobReader reader, string[] texts, ref long time, ref long longitude, ref long latitude)
    {
        var vessel = Text(ref reader, texts);
        var feed = Text(ref reader, texts);
        var receiver = reader.ReadCount(texts.Length);
        time += reader.ReadSigned();
        longitude += reader.ReadSigned();
        latitude += reader.ReadSigned();
        var flags = reader.ReadByte();
        return new PositionReport
        {
            Vessel = VesselId.TryParse(vessel, out var id)
                ? id
                : throw new InvalidDataException($"'{vessel}' is not a vessel's id."),
            Feed = feed,
            Receiver = receiver == 0 ? null : texts[receiver - 1],
            PhenomenonTime = DateTimeOffset.FromUnixTimeMilliseconds(time),
            Position = new GeoPosition(PositionReport.Degrees(longitude), PositionReport.Degrees(latitude)),
            SpeedOverGroundKnots = (flags & HasSpeed) == 0 ? null : reader.ReadVarint() / 10.0,
            CourseOverGroundDegrees = (flags & HasCourse) == 0 ? null : reader.ReadVarint() / 10.0,
            TrueHeadingDegrees = (flags & HasHeading) == 0 ? null : reader.ReadCount(360),
            Status = (flags & HasStatus) == 0 ? null : (NavigationalStatus)reader.ReadByte(),
        };
    }

    private static string Text(ref BlobReader reader, string[] texts) => texts.Length > 0
        ? texts[reader.ReadCount(texts.Length - 1)]
        : throw new InvalidDataException("A report without texts.");

    private static void Step(ref BlobWriter writer, ref long before, long now)
    {
        writer.WriteSigned(now - before);
        before = now;
    }

    private static void Add(string text, Dictionary<string, int> texts, List<byte[]> table)
    {
        if (texts.ContainsKey(text))
        {
            return;
        }

        var bytes = StrictUtf8.GetBytes(text);
        if (bytes.Length is 0 or > MaxTextBytes)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"A text has {bytes.Length} bytes; allowed are 1 to {MaxTextBytes}."),
                nameof(text));
        }

        texts.Add(text, table.Count);
        table.Add(bytes);
    }
}
