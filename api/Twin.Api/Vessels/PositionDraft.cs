using System.Globalization;
using System.Text;
using Twin.Api.Observations;
using Twin.Api.Problems;
using Twin.Model;
using Twin.Model.Space;
using Twin.Model.Vessels;

namespace Twin.Api.Vessels;

/// <summary>
/// A row on its way to a report: fields are set, and the first that cannot be stays as the refusal. Used again row by
/// row, for one thread.
/// </summary>
internal sealed class PositionDraft(string feed)
{
    private const int MaxReceiverLength = 40;
    private const int MaxStatus = 14;
    private const double MaxKnots = 200;

    private static readonly string[] TimeFormats =
    [
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ssK",
    ];

    private VesselId? _vessel;
    private DateTimeOffset? _time;
    private double? _longitude;
    private double? _latitude;
    private double? _speed;
    private double? _course;
    private double? _heading;
    private double? _status;
    private string? _receiver;
    private Refusal? _refusal;

    /// <summary>Forgets the row before.</summary>
    public void Clear()
    {
        _vessel = null;
        _time = null;
        _longitude = _latitude = _speed = _course = _heading = _status = null;
        _receiver = null;
        _refusal = null;
    }

    /// <summary>Sets a field from its text; an empty one stays unknown.</summary>
    public void Set(PositionField field, ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return;
        }

        switch (field)
        {
            case PositionField.Vessel:
                _vessel = Vessel(text);
                break;
            case PositionField.Time:
                _time = Time(text);
                break;
            case PositionField.Longitude:
                _longitude = Number(text, -180, 180, "longitude");
                break;
            case PositionField.Latitude:
                _latitude = Number(text, -90, 90, "latitude");
                break;
            case PositionField.Speed:
                _speed = Number(text, 0, MaxKnots, "speed over ground");
                break;
            case PositionField.Course:
                _course = Number(text, 0, 360, "course over ground");
                break;
            case PositionField.Heading:
                _heading = Number(text, 0, 360, "true heading");
                break;
            case PositionField.Status:
                _status = Number(text, 0, MaxStatus, "navigational status");
                break;
            case PositionField.Receiver:
                _receiver = Receiver(text);
                break;
        }
    }

    /// <summary>The report of the fields set, or why there is none.</summary>
    public PositionReport? Make(out Refusal? refusal)
    {
        refusal = _refusal ?? Missing();
        return refusal is not null
            ? null
            : new PositionReport
            {
                Vessel = _vessel!.Value, // Missing has looked.
                PhenomenonTime = _time!.Value, // Likewise.
                Position = new GeoPosition(_longitude!.Value, _latitude!.Value), // Likewise.
                Feed = feed,
                Receiver = _receiver,
                SpeedOverGroundKnots = _speed,
                CourseOverGroundDegrees = _course is { } course ? course % 360 : null,
                TrueHeadingDegrees = _heading is { } heading ? (int)heading % 360 : null,
                Status = _status is { } status ? (NavigationalStatus)(int)status : null,
            };
    }

    private Refusal? Missing()
    {
        string? name = (_vessel, _time, _longitude, _latitude) switch
        {
            (null, _, _, _) => "vessel",
            (_, null, _, _) => "phenomenonTime",
            (_, _, null, _) => "longitude",
            (_, _, _, null) => "latitude",
            _ => null,
        };
        return name is null
            ? null
            : new Refusal(
                RowCodes.MissingValue,
                $"The row has no {name}.",
                "A position needs vessel, phenomenonTime, longitude and latitude.");
    }

    private VesselId? Vessel(ReadOnlySpan<byte> text)
    {
        var name = Encoding.UTF8.GetString(text);
        if (VesselId.TryParse(name, out var id))
        {
            return id;
        }

        Refuse(
            RowCodes.InvalidVessel,
            $"'{Refusals.Shown(name)}' is no vessel.",
            "Use a registration number such as HP-90123-TS, or the nine digits of an MMSI.");
        return null;
    }

    private DateTimeOffset? Time(ReadOnlySpan<byte> text)
    {
        var value = Encoding.UTF8.GetString(text);
        if (HasOffset(value) && DateTimeOffset.TryParseExact(
            value, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var time))
        {
            return time;
        }

        Refuse(
            RowCodes.InvalidTime,
            $"'{Refusals.Shown(value)}' is no instant.",
            "Use RFC 3339 with its offset, such as 2026-03-01T05:30:00Z or 2026-03-01T12:30:00+07:00.");
        return null;
    }

    private double? Number(ReadOnlySpan<byte> text, double minimum, double maximum, string name)
    {
        if (double.TryParse(
                text,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var number)
            && number >= minimum && number <= maximum)
        {
            return number;
        }

        Refuse(
            RowCodes.InvalidNumber,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The {name} cannot be '{Refusals.Shown(Encoding.UTF8.GetString(text))}'."),
            string.Create(
                CultureInfo.InvariantCulture,
                $"Use a number from {minimum} to {maximum} with a decimal point; leave out what is not known."));
        return null;
    }

    private string? Receiver(ReadOnlySpan<byte> text)
    {
        var name = Encoding.UTF8.GetString(text);
        if (name.Length <= MaxReceiverLength && name.All(c => c is > ' ' and <= '~'))
        {
            return name;
        }

        Refuse(
            RowCodes.InvalidSource,
            $"'{Refusals.Shown(name)}' is no receiver.",
            $"Use 1 to {MaxReceiverLength} visible ASCII characters.");
        return null;
    }

    private void Refuse(string code, string detail, string hint) => _refusal ??= new Refusal(code, detail, hint);

    private static bool HasOffset(string instant) =>
        instant.EndsWith('Z') || instant.LastIndexOf('+') > 10 || instant.LastIndexOf('-') > 10;
}
