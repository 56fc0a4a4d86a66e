using System.Text;
using System.Text.Json;
using Twin.Geo.Ais;
using Twin.TestKit;
using Xunit;

namespace Twin.Geo.Tests.Ais;

/// <summary>Every sentence of the reference data, against what gpsd and libais made of it.</summary>
public sealed class AisReferenceTests
{
    // gpsd rounds scaled positions to seven places; libais prints single precision.
    private const double GpsdDegrees = 6e-8;
    private const double LibaisDegrees = 2e-5;

    [SkippableFact]
    public void Every_sample_of_gpsd_decodes_to_its_expected_members()
    {
        var lines = File.ReadAllLines(ReferenceData.Require("reference/ais/gpsd_aivdm_vectors.jsonl"));

        var findings = new List<string>();
        foreach (var line in lines)
        {
            using var sample = JsonDocument.Parse(line);
            var sentences = sample.RootElement.GetProperty("nmea").EnumerateArray().Select(s => s.GetString()!);
            var expected = new ExpectedMembers(sample.RootElement.GetProperty("expected_scaled"), GpsdDegrees);
            findings.AddRange(Decode(sentences) is { } decoded
                ? expected.Differences(decoded).Select(d => $"{sample.RootElement.GetProperty("id")} {d}")
                : [$"{sample.RootElement.GetProperty("id")}: no message"]);
        }

        Assert.Equal(48, lines.Length);
        Assert.True(findings.Count == 0, string.Join(Environment.NewLine, findings));
    }

    [SkippableFact]
    public void Every_example_of_libais_decodes_to_its_expected_members()
    {
        var sentences = File.ReadAllLines(ReferenceData.Require("reference/ais/libais_typeexamples.nmea"));
        var answers = File.ReadAllLines(ReferenceData.Require("reference/ais/libais_typeexamples.json"));

        var findings = new List<string>();
        foreach (var (sentence, answer) in sentences.Zip(answers))
        {
            using var json = JsonDocument.Parse(answer);
            findings.AddRange(Decode([sentence]) is { } decoded
                ? new ExpectedMembers(json.RootElement, LibaisDegrees).Differences(decoded.ToLibais())
                    .Select(d => $"type {json.RootElement.GetProperty("type")} {d}")
                : [$"{sentence}: no message"]);
        }

        Assert.Equal(26, sentences.Length);
        Assert.True(findings.Count == 0, string.Join(Environment.NewLine, findings));
    }

    [SkippableFact]
    public void The_log_of_class_B_vessels_decodes_to_the_raw_values_that_gpsd_checked()
    {
        var lines = File.ReadAllLines(ReferenceData.Require("reference/ais/gpsd_ais-18-27.log.chk"));
        var reader = new AisReader(TimeProvider.System);

        var checks = 0;
        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i][0] != '{')
            {
                continue;
            }

            Assert.Equal(AisLineOutcome.Message, reader.Read(Encoding.ASCII.GetBytes(lines[i - 1]), out var frame));
            using var expected = JsonDocument.Parse(lines[i]);
            AssertRaw(expected.RootElement, frame);
            checks++;
        }

        Assert.Equal(138, checks);
    }

    [SkippableFact]
    public void The_static_data_between_them_names_the_same_vessels()
    {
        var lines = File.ReadAllLines(ReferenceData.Require("reference/ais/gpsd_ais-18-27.log"))
            .Where(l => l.StartsWith('!')).ToArray();
        var reader = new AisReader(TimeProvider.System);

        var names = new Dictionary<uint, string>();
        var callSigns = new Dictionary<uint, string>();
        foreach (var line in lines)
        {
            Assert.Equal(AisLineOutcome.Message, reader.Read(Encoding.ASCII.GetBytes(line), out var frame));
            switch (AisMessageReader.Read(frame))
            {
                case AisMessage.StaticDataA { Name: { } name }:
                    names[frame.UserId] = name;
                    break;
                case AisMessage.StaticDataB { CallSign: { } callSign }:
                    callSigns[frame.UserId] = callSign;
                    break;
            }
        }

        Assert.Equal(276, lines.Length);
        // As gpsdecode --split24 has them.
        Assert.Equal("SUOKKI AURORA SISU MT1303 TOR KALLE", string.Join(' ', First(names)));
        Assert.All(names.Values.Concat(callSigns.Values), t => Assert.Matches("^[A-Z0-9 .'/-]+$", t));
    }

    private static IEnumerable<string> First(Dictionary<uint, string> names) =>
        new uint[] { 230_108_610, 310_556_000, 230_289_000, 230_111_070, 230_024_660, 230_044_260 }
            .Select(id => names[id]);

    private static void AssertRaw(JsonElement expected, AisFrame frame)
    {
        Assert.True(AisPositionReader.TryRead(frame, out var report));
        Assert.Equal(expected.GetProperty("type").GetInt32(), report.MessageType);
        Assert.Equal(expected.GetProperty("mmsi").GetUInt32(), report.UserId);
        var isLongRange = report.MessageType == 27;
        var unitsPerDegree = isLongRange ? 600.0 : 600_000.0;
        var (longitude, latitude) = report.Position!.Value;
        Assert.Equal(expected.GetProperty("lon").GetInt32(), longitude * unitsPerDegree, 1e-3);
        Assert.Equal(expected.GetProperty("lat").GetInt32(), latitude * unitsPerDegree, 1e-3);
        var unitsPerKnot = isLongRange ? 1 : 10;
        Assert.Equal(expected.GetProperty("speed").GetInt32(), report.SpeedOverGroundKnots!.Value * unitsPerKnot, 1e-6);
        var course = expected.GetProperty("course").GetInt32();
        Assert.True(!isLongRange || expected.GetProperty("gnss").GetBoolean() == frame.Bits.Flag(94));
        Assert.Equal(course >= 360 * unitsPerKnot ? null : course, report.CourseOverGroundDegrees * unitsPerKnot);
    }

    private static DecodedView? Decode(IEnumerable<string> sentences)
    {
        var reader = new AisReader(TimeProvider.System);
        DecodedView? decoded = null;
        foreach (var sentence in sentences)
        {
            if (reader.Read(Encoding.ASCII.GetBytes(sentence), out var frame) is not AisLineOutcome.Message)
            {
                continue;
            }

            var view = DecodedView.Of(AisMessageReader.Read(frame));
            decoded ??= view;
            decoded.Add(view);
        }

        return decoded;
    }
}
