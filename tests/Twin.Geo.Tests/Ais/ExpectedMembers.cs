using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Twin.Geo.Ais;
using Xunit;

namespace Twin.Geo.Tests.Ais;

/// <summary>
/// What a reference decoder said, compared member by member. Reference decoders print the codes for "not available"
/// as they stand; here each becomes <c>null</c> by the rule of the standard, kept apart from the product's own.
/// </summary>
internal sealed partial class ExpectedMembers(JsonElement expected, double toleranceDegrees)
{
    // Words for numbers that are compared as numbers, envelopes of the tools, and bits without a meaning.
    private static readonly HashSet<string> Unread = new(StringComparer.Ordinal)
    {
        "class", "device", "scaled", "status_text", "epfd_text", "shiptype_text", "aid_type_text", "preciptype_text",
        "ice_text", "stationtype_text", "notice_type_str", "reserved", "transmission_ctl", "msg_2", "slot_offset_2",
        "offset2_2", "type2_2",
    };

    private readonly int _type = expected.GetProperty("type").GetInt32();

    public IEnumerable<string> Differences(DecodedView decoded)
    {
        foreach (var member in expected.EnumerateObject())
        {
            if (Unread.Contains(member.Name) || member.Name.StartsWith("spare", StringComparison.Ordinal)
                || (member.NameEquals("regional") && _type != 21)
                || (member.NameEquals("radio") && _type == 26)) // gpsd prints 0, whatever was sent.
            {
                continue;
            }

            if (!decoded.Members.TryGetValue(member.Name, out var actual))
            {
                yield return $"{member.Name}: nothing was read, {member.Value} was expected";
            }
            else if (!IsSame(member.Name, member.Value, actual))
            {
                yield return $"{member.Name}: {actual ?? "null"} was read, {member.Value} was expected";
            }
        }
    }

    private bool IsSame(string name, JsonElement value, object? actual) => name switch
    {
        "tidals" => SameTides(value, (IReadOnlyList<AisTidalWindow>)actual!), // Read wherever it is expected.
        "sub_areas" => SameShapes(value, (IReadOnlyList<AisNoticeShape>)actual!), // As above.
        "data" => SameData(value.GetString()!, (string)actual!), // Both are texts of bits.
        "timestamp" or "eta" => SameMoment(value.GetString()!, (AisMoment)actual!), // Texts in the reference.
        "turn" => SameTurn(value, actual),
        "vendorid" => value.GetString()!.StartsWith((string)actual!, StringComparison.Ordinal), // Seven characters.
        "maneuver" => Equals(actual, value.GetInt32() switch { 1 => false, 2 => true, _ => null }),
        "off_position" when actual is null => expected.GetProperty("second").GetInt32() >= 60,
        "pressuretend" or "leveltrend" => SameTendency(value.GetString()!, (string?)actual),
        _ => value.ValueKind switch
        {
            JsonValueKind.Number => SameNumber(name, value.GetDouble(), actual),
            JsonValueKind.True or JsonValueKind.False => SameFlag(value.GetBoolean(), actual),
            JsonValueKind.String => SameText(name, value.GetString()!, actual),
            _ => actual is null,
        },
    };

    // gpsd leaves in the last byte whatever follows the last bit.
    private static bool SameData(string value, string actual)
    {
        var colon = value.IndexOf(':', StringComparison.Ordinal);
        var bits = int.Parse(value.AsSpan(0, colon), CultureInfo.InvariantCulture);
        var bytes = Convert.FromHexString(value[(colon + 1)..]);
        if (bits % 8 > 0)
        {
            bytes[^1] &= (byte)(0xFF << (8 - (bits % 8)));
        }

        return string.Equals(value[..(colon + 1)] + Convert.ToHexStringLower(bytes), actual, StringComparison.Ordinal);
    }

    private static bool SameFlag(bool value, object? actual) =>
        actual is bool flag ? flag == value : actual is double number && number.Equals(value ? 1.0 : 0.0);

    private bool SameNumber(string name, double value, object? actual)
    {
        if (actual is bool flag)
        {
            return value.Equals(flag ? 1.0 : 0.0);
        }

        return IsNotAvailable(name, value)
            ? actual is null
            : actual is double number && Math.Abs(number - value) <= Tolerance(name) + (Math.Abs(value) * 1e-7);
    }

    private double Tolerance(string name) =>
        name.EndsWith("lon", StringComparison.Ordinal) || name.EndsWith("lat", StringComparison.Ordinal)
            ? Math.Max(toleranceDegrees, PrintedDegrees())
            : 1e-5;

    // Half of the last place that gpsd prints of positions in tenths and thousandths of a minute.
    private double PrintedDegrees() => _type switch
    {
        8 or 22 => 6e-7,
        17 => 0.06,
        27 => 6e-5,
        _ => 0,
    };

    private bool SameText(string name, string value, object? actual)
    {
        // libais leaves the padding on; gpsd gives the corners of message 22 and an absent rain as text.
        if (double.TryParse(value, CultureInfo.InvariantCulture, out var number) && actual is double)
        {
            return SameNumber(name, number, actual);
        }

        var text = value.TrimEnd('@', ' ');
        return value is "N/A" || text.Length == 0 ? actual is null : Equals(text, actual);
    }

    private bool IsNotAvailable(string name, double value) => (name, _type) switch
    {
        ("lon" or "ne_lon" or "sw_lon", _) => Math.Abs(value) > 180,
        ("lat" or "ne_lat" or "sw_lat", _) => Math.Abs(value) > 90,
        ("speed", 27) => value >= 63,
        ("speed", 9) => value >= 1023,
        ("speed", _) => value >= 102.25,
        ("course" or "heading", _) => value >= 360,
        ("second", _) => value >= 60,
        ("status", _) => value >= 15,
        ("alt", _) => value >= 4095,
        ("shiptype" or "imo" or "draught" or "aid_type" or "linkage" or "link_id" or "month" or "day", _) => value <= 0,
        ("epfd", _) => value is < 1 or (> 8 and < 15),
        _ => _type == 8 && IsNoWeather(name, value),
    } || (name is "lon" or "lat" && IsOutside());

    // One coordinate outside the world makes the other worthless.
    private bool IsOutside() =>
        expected.TryGetProperty("lon", out var lon) && expected.TryGetProperty("lat", out var lat)
        && (Math.Abs(lon.GetDouble()) > 180 || Math.Abs(lat.GetDouble()) > 90);

    private bool IsNoWeather(string name, double value)
    {
        var isOld = expected.TryGetProperty("fid", out var function) && function.GetInt32() == 11;
        return name switch
        {
            "wspeed" or "wgust" => value >= 127,
            "wdir" or "wgustdir" or "cdir" or "cdir2" or "cdir3" or "wavedir" or "swelldir" => value >= 360,
            "humidity" => value > 100,
            "airtemp" => isOld ? value >= 144.65 : value < -60.05,
            "dewpoint" => isOld ? value >= 82.25 : value > 50.05,
            "pressure" => isOld ? value >= 1311 : value > 1201,
            "visibility" => isOld ? value >= 25.45 : value > 12.65,
            "waterlevel" => isOld ? value >= 41.05 : value > 29.995,
            "cspeed" or "cspeed2" or "cspeed3" or "waveheight" or "swellheight" => value > 25.15,
            "cdepth2" or "cdepth3" => value > 30,
            "waveperiod" or "swellperiod" => value > 60,
            "seastate" => value > 12,
            "watertemp" => isOld ? value >= 92.25 : value > 50.05,
            "preciptype" => value >= 7,
            "salinity" => isOld ? value >= 51.05 : value > 50.15,
            "ice" => value > 1,
            _ => false,
        };
    }

    private static bool SameTurn(JsonElement value, object? actual) => value.ValueKind switch
    {
        JsonValueKind.Null => actual is null,
        JsonValueKind.Number => actual is double turn && Math.Abs(turn - value.GetDouble()) < 1e-3,
        _ => value.GetString() is "n/a" ? actual is null : Equals(actual, value.GetString()),
    };

    private static bool SameTendency(string value, string? actual) =>
        value is "N/A" ? actual is null : string.Equals(value, actual, StringComparison.OrdinalIgnoreCase);

    private static bool SameMoment(string text, AisMoment actual)
    {
        var match = Moment().Match(text);
        Assert.True(match.Success, text);
        return actual.Year == Part(match, "y", 1, 9999)
            && actual.Month == Part(match, "mo", 1, 12)
            && actual.Day == Part(match, "d", 1, 31)
            && actual.Hour == Part(match, "h", 0, 23)
            && actual.Minute == Part(match, "mi", 0, 59)
            && actual.Second == Part(match, "s", 0, 59);
    }

    private static int? Part(Match match, string name, int min, int max) =>
        match.Groups[name].Success
        && int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture) is var value
        && value >= min && value <= max
            ? value
            : null;

    private static bool SameTides(JsonElement value, IReadOnlyList<AisTidalWindow> actual)
    {
        Assert.Equal(value.GetArrayLength(), actual.Count);
        foreach (var (window, index) in value.EnumerateArray().Select((w, i) => (w, i)))
        {
            var isOnEarth = Math.Abs(window.GetProperty("lon").GetDouble()) <= 180
                && Math.Abs(window.GetProperty("lat").GetDouble()) <= 90;
            Assert.Equal(isOnEarth, actual[index].Position is not null);
            Assert.Equal(Hour(window, "from_hour"), actual[index].From.Hour);
            Assert.Equal(window.GetProperty("from_min").GetInt32(), actual[index].From.Minute);
            Assert.Equal(Hour(window, "to_hour"), actual[index].To.Hour);
            Assert.Equal(window.GetProperty("to_min").GetInt32(), actual[index].To.Minute);
            Assert.Equal(window.GetProperty("cdir").GetInt32(), actual[index].CurrentDirectionDegrees);
            Assert.Equal(window.GetProperty("cspeed").GetDouble(), actual[index].CurrentSpeedKnots);
        }

        return true;
    }

    private static int? Hour(JsonElement window, string name) =>
        window.GetProperty(name).GetInt32() is var hour && hour < 24 ? hour : null;

    private bool SameShapes(JsonElement value, IReadOnlyList<AisNoticeShape> actual)
    {
        Assert.Equal(value.GetArrayLength(), actual.Count);
        foreach (var (shape, index) in value.EnumerateArray().Select((s, i) => (s, i)))
        {
            var circle = Assert.IsType<AisNoticeShape.Circle>(actual[index]);
            Assert.Equal(shape.GetProperty("radius").GetInt32(), circle.RadiusMeters);
            Assert.Equal(shape.GetProperty("x").GetDouble(), circle.Center!.Value.LongitudeDegrees, toleranceDegrees);
            Assert.Equal(shape.GetProperty("y").GetDouble(), circle.Center.Value.LatitudeDegrees, toleranceDegrees);
        }

        return true;
    }

    [GeneratedRegex(
        @"^((?<y>\d+)-)??((?<mo>\d+)-)?(?<d>\d+)T(?<h>\d+):(?<mi>\d+)(:(?<s>\d+))?Z$",
        RegexOptions.ExplicitCapture,
        1_000)]
    private static partial Regex Moment();
}
