using System.Globalization;
using System.Text;
using Twin.Api.Exchange.Imports;
using Twin.Api.Observations;
using Twin.Api.Problems;
using Twin.Model;
using Twin.Model.Units;
using Twin.Model.Vessels;

namespace Twin.Api.Vessels.Register;

/// <summary>
/// A vessel on its way into the register: fields are set from their texts, and the first that cannot be stays as the
/// refusal. A field that is not set stays as the register has it. For one vessel, one thread.
/// </summary>
internal sealed class VesselDraft(TreeOfDate tree)
{
    private const int MaxText = 100;
    private const double MaxLengthMeters = 500;
    private const int MinImo = 1_000_000;
    private const int MaxImo = 9_999_999;

    private static readonly string[] DayFormats = ["yyyy-MM-dd", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy"];

    private readonly Dictionary<VesselField, DateOnly?> _days = [];
    private Vessel? _former;
    private Refusal? _refusal;
    private VesselId? _id;
    private (bool IsSet, string? Value) _registrationNumber;
    private (bool IsSet, Mmsi? Value) _mmsi;
    private (bool IsSet, int? Value) _imo;
    private (bool IsSet, string? Value) _callSign;
    private (bool IsSet, string? Value) _name;
    private (bool IsSet, double? Value) _length;
    private (bool IsSet, AdministrativeUnitCode? Value) _home;
    private (bool IsSet, string? Value) _owner;
    private (bool IsSet, string? Value) _gear;
    private (bool IsSet, string? Value) _feed;

    /// <summary>What the vessel answers to, as far as is said: its id, its registration number or its MMSI.</summary>
    public VesselId? Id => _id
        ?? (VesselId.TryParse(_registrationNumber.Value, out var number) ? number : (VesselId?)null)
        ?? (_mmsi.Value is { } mmsi ? VesselId.Of(mmsi) : (VesselId?)null);

    /// <summary>What the register has, for what is not set.</summary>
    public void Keep(Vessel? former) => _former = former;

    /// <summary>Sets a field from its text; an empty one is not known, or not there.</summary>
    public void Set(VesselField field, string? given)
    {
        var text = (given ?? string.Empty).Trim().Normalize(NormalizationForm.FormC);
        switch (field)
        {
            case VesselField.Id:
                _id = text.Length == 0 ? null : IdOf(text);
                break;
            case VesselField.RegistrationNumber:
                _registrationNumber = (true, text.Length == 0 ? null : IdOf(text)?.Value);
                break;
            case VesselField.Mmsi:
                _mmsi = (true, text.Length == 0 ? null : MmsiOf(text));
                break;
            case VesselField.ImoNumber:
                _imo = (true, text.Length == 0 ? null : ImoOf(text));
                break;
            case VesselField.CallSign:
                _callSign = (true, TextOf(text, "call sign"));
                break;
            case VesselField.Name:
                _name = (true, TextOf(text, "name"));
                break;
            case VesselField.LengthMeters:
                SetLength(text.Length == 0 ? null : LengthOf(text));
                break;
            case VesselField.HomeUnit:
                _home = (true, text.Length == 0 ? null : UnitOf(text));
                break;
            case VesselField.OwnerReference:
                _owner = (true, TextOf(text, "owner reference"));
                break;
            case VesselField.Gear:
                _gear = (true, TextOf(text, "gear"));
                break;
            case VesselField.BeaconFeed:
                _feed = (true, text.Length == 0 ? null : FeedOf(text));
                break;
            default:
                _days[field] = text.Length == 0 ? null : DayOf(text);
                break;
        }
    }

    /// <summary>Sets the length.</summary>
    public void SetLength(double? meters)
    {
        _length = (true, meters);
        if (meters is <= 0 or > MaxLengthMeters or double.NaN)
        {
            Refuse(
                RowCodes.InvalidNumber,
                string.Create(CultureInfo.InvariantCulture, $"No vessel is {meters} m long."),
                FormattableString.Invariant($"Use metres, above 0 and at most {MaxLengthMeters:0}."));
        }
    }

    /// <summary>The vessel of the fields set, or why there is none.</summary>
    public Vessel? Make(out Refusal? refusal)
    {
        if (Id is null)
        {
            Refuse(
                RowCodes.MissingValue,
                "The vessel has no id, no registration number and no MMSI.",
                "Give at least one of them.");
        }

        var registration = Paper(
            VesselField.RegistrationFrom, VesselField.RegistrationUntil, _former?.Registration, "registration");
        var inspection = Paper(
            VesselField.InspectionFrom, VesselField.InspectionUntil, _former?.Inspection, "inspection");
        var licence = Paper(VesselField.LicenceFrom, VesselField.LicenceUntil, _former?.Licence, "licence");
        var beacon = MakeBeacon();
        refusal = _refusal;
        return refusal is not null
            ? null
            : new Vessel
            {
                Id = _former?.Id ?? Id!.Value, // Looked at above.
                RegistrationNumber = Of(_registrationNumber, _former?.RegistrationNumber),
                Mmsi = _mmsi.IsSet ? _mmsi.Value : _former?.Mmsi,
                ImoNumber = _imo.IsSet ? _imo.Value : _former?.ImoNumber,
                CallSign = Of(_callSign, _former?.CallSign),
                Name = Of(_name, _former?.Name),
                LengthMeters = _length.IsSet ? _length.Value : _former?.LengthMeters,
                HomeUnit = _home.IsSet ? _home.Value : _former?.HomeUnit,
                OwnerReference = Of(_owner, _former?.OwnerReference),
                Gear = Of(_gear, _former?.Gear),
                Registration = registration,
                Inspection = inspection,
                Licence = licence,
                Beacon = beacon,
                IsDemo = _former?.IsDemo ?? false,
            };
    }

    private static string? Of((bool IsSet, string? Value) field, string? former) => field.IsSet ? field.Value : former;

    private Beacon? MakeBeacon()
    {
        var former = _former?.Beacon;
        var feed = Of(_feed, former?.Feed);
        var onBoard = Paper(VesselField.BeaconFrom, VesselField.BeaconUntil, former?.OnBoard, "beacon");
        if (feed is null == onBoard is null)
        {
            return feed is null ? null : new Beacon(feed, onBoard!.Value); // The one is there with the other.
        }

        Refuse(
            RowCodes.MissingValue,
            "A beacon needs the feed of its operator and the day from which it is on board.",
            "Give both, or leave both out.");
        return null;
    }

    private Validity? Paper(VesselField first, VesselField last, Validity? former, string name)
    {
        var from = _days.TryGetValue(first, out var day) ? day : former?.From;
        var until = _days.TryGetValue(last, out day) ? day : former?.Until;
        if (from is null && until is null)
        {
            return null;
        }

        if (from is { } begin && (until is not { } end || begin <= end))
        {
            return new Validity(begin, until);
        }

        Refuse(
            RowCodes.InvalidTime,
            $"The {name} has no first day, or ends before it.",
            "Give the first day, and the last day where there is one.");
        return null;
    }

    private VesselId? IdOf(string text)
    {
        if (VesselId.TryParse(text, out var id))
        {
            return id;
        }

        Refuse(
            RowCodes.InvalidVessel,
            $"'{Refusals.Shown(text)}' is no vessel.",
            "Use a registration number such as HP-90123-TS: 1 to 24 letters, digits and hyphens.");
        return null;
    }

    private Mmsi? MmsiOf(string text)
    {
        if (Mmsi.TryParse(text, out var mmsi))
        {
            return mmsi;
        }

        Refuse(RowCodes.InvalidVessel, $"'{Refusals.Shown(text)}' is no MMSI.", "Use its nine digits.");
        return null;
    }

    private int? ImoOf(string text)
    {
        var digits = text.StartsWith("IMO", StringComparison.OrdinalIgnoreCase) ? text[3..].Trim() : text;
        if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is >= MinImo and <= MaxImo)
        {
            return number;
        }

        Refuse(RowCodes.InvalidNumber, $"'{Refusals.Shown(text)}' is no IMO number.", "Use its seven digits.");
        return null;
    }

    // "15.500" is 15.5 m: nothing is 15,500 m long. Where both can be, as never below 500 m, nothing is guessed.
    private double? LengthOf(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        if (NumberText.TryRead(utf8, out var reading))
        {
            return reading.ByPoint <= MaxLengthMeters ? reading.ByPoint : reading.ByComma;
        }

        Refuse(
            RowCodes.InvalidNumber,
            $"The length cannot be '{Refusals.Shown(text)}'.",
            "Use metres, such as 15.5 or 15,5.");
        return null;
    }

    private AdministrativeUnitCode? UnitOf(string text)
    {
        if (AdministrativeUnitCode.TryParse(text, out var code) && tree.Find(code) is not null)
        {
            return code;
        }

        var (unit, refusal) = UnitNames.Of(tree).Find(text, level: null);
        _refusal ??= refusal;
        return unit?.Code;
    }

    private string? FeedOf(string text)
    {
        if (VesselParameters.IsFeed(text))
        {
            return text;
        }

        Refuse(
            RowCodes.InvalidSource,
            $"'{Refusals.Shown(text)}' is no feed.",
            "Use 1 to 32 ASCII letters, digits or hyphens.");
        return null;
    }

    private DateOnly? DayOf(string text)
    {
        if (DateOnly.TryParseExact(
            text, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        Refuse(RowCodes.InvalidTime, $"'{Refusals.Shown(text)}' is no day.", "Use 2026-03-31 or 31/03/2026.");
        return null;
    }

    private string? TextOf(string text, string name)
    {
        if (text.Length > MaxText || text.Any(char.IsControl))
        {
            Refuse(
                RowCodes.InvalidSource,
                $"The {name} is too long or not plain text.",
                $"Use at most {MaxText} characters.");
        }

        return text.Length == 0 ? null : text;
    }

    private void Refuse(string code, string detail, string hint) => _refusal ??= new Refusal(code, detail, hint);
}
