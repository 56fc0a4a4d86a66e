using System.Globalization;
using System.Text;
using Twin.Model.Space;
using Twin.Model.Units;

namespace Twin.Model.Boundaries;

/// <summary>Makes units out of what a change says of them and what their predecessors were.</summary>
internal static class NewUnits
{
    /// <summary>A new unit made of others; <c>null</c> when something is wrong, which is noted.</summary>
    /// <param name="edit">Where it is to stand.</param>
    /// <param name="payload">What the change says.</param>
    /// <param name="from">The units that it is made of or takes its place from; at least one.</param>
    /// <param name="wholes">Whether all of each is in it, so that areas and people add up.</param>
    public static AdministrativeUnit? Make(
        BoundaryEdit edit, BoundaryUnit payload, AdministrativeUnit[] from, bool wholes)
    {
        var isReused = AdministrativeUnitCode.TryParse(payload.Code, out var code)
            && from.Any(unit => unit.Code == code);
        if (!isReused && !TryNewCode(edit, payload.Code, out code))
        {
            return null;
        }

        var same = Array.Find(from, unit => unit.Code == code);
        var first = same ?? from[0];
        var level = first.Level;
        if ((payload.NameVi ?? same?.NameVi) is not { Length: > 0 } name
            || (payload.Level is { } text && !TryLevel(text, out level)))
        {
            edit.Refuse(
                "incomplete", $"The new unit {code} has no name, or an unknown level.", "Send nameVi and level.");
            return null;
        }

        if (Upper(edit, payload, from, code) is not { } upper)
        {
            return null;
        }

        var unit = new AdministrativeUnit
        {
            Code = code,
            Level = level,
            KindVi = payload.KindVi ?? first.KindVi,
            NameVi = string.Empty,
            NameAscii = string.Empty,
            NameEn = string.Empty,
            UpperUnit = upper,
            ValidFrom = edit.Date,
            AreaSquareKilometers = payload.AreaSquareKilometers
                ?? Total(from.Select(one => one.AreaSquareKilometers)),
            Population = payload.Population
                ?? (wholes || from is [{ Population: not null }]
                    ? (long?)Total(from.Select(one => (double?)one.Population))
                    : null),
            Centroid = payload is { Longitude: { } longitude, Latitude: { } latitude }
                ? new GeoPosition(longitude, latitude)
                : Middle(from),
        };
        return Named(unit, name, payload.NameEn ?? (payload.NameVi is null ? same?.NameEn : null), null);
    }

    /// <summary>A unit that stands with a part of another on top of its own.</summary>
    public static AdministrativeUnit Grow(
        BoundaryEdit edit, AdministrativeUnitCode code, AdministrativeUnit from, double? area, double? people)
    {
        var unit = edit.Units.First(one => one.Code == code);
        var part = Shrink(from, area, people);
        return unit with
        {
            AreaSquareKilometers = unit.AreaSquareKilometers + part.AreaSquareKilometers,
            Population = unit.Population + part.Population,
        };
    }

    /// <summary>A part of a unit: its area and people by the shares, unknown where those are.</summary>
    public static AdministrativeUnit Shrink(AdministrativeUnit unit, double? area, double? people) => unit with
    {
        AreaSquareKilometers = unit.AreaSquareKilometers * area,
        Population = unit.Population * people is { } count ? (long)Math.Round(count) : null,
    };

    /// <summary>The unit under other names; those not given stay.</summary>
    public static AdministrativeUnit Named(AdministrativeUnit unit, string? nameVi, string? nameEn, string? kindVi)
    {
        var vietnamese = nameVi?.Trim().Normalize(NormalizationForm.FormC) ?? unit.NameVi;
        var ascii = nameVi is null ? unit.NameAscii : WithoutDiacritics(vietnamese);
        return unit with
        {
            NameVi = vietnamese,
            NameAscii = ascii,
            NameEn = nameEn ?? (nameVi is null ? unit.NameEn : ascii),
            KindVi = kindVi ?? unit.KindVi,
        };
    }

    /// <summary>Reads a code that may begin to stand.</summary>
    public static bool TryNewCode(BoundaryEdit edit, string? text, out AdministrativeUnitCode code)
    {
        if (!AdministrativeUnitCode.TryParse(text, out code))
        {
            edit.Refuse(
                "invalid_code",
                $"The code of the new unit cannot be '{text}'.",
                "Use 1 to 16 letters, digits or hyphens.");
            return false;
        }

        if (edit.Stands(code))
        {
            edit.Refuse(
                "code_in_use",
                string.Create(
                    CultureInfo.InvariantCulture, $"The code {code} stands for a unit on {edit.Date:yyyy-MM-dd}."),
                "Use a free code, or that of one of the units that become it.");
            return false;
        }

        return true;
    }

    /// <summary>Reads a level.</summary>
    public static bool TryLevel(string? text, out AdministrativeLevel level) =>
        Enum.TryParse(text, ignoreCase: true, out level) && Enum.IsDefined(level) && char.IsAsciiLetter(text![0]);

    private static AdministrativeUnitCode? Upper(
        BoundaryEdit edit, BoundaryUnit payload, AdministrativeUnit[] from, AdministrativeUnitCode code)
    {
        if (payload.UpperUnit is not null)
        {
            return edit.TryFind(payload.UpperUnit, out var named) ? named.Code : null;
        }

        if (from.Select(unit => unit.UpperUnit).Distinct().ToArray() is [{ } only])
        {
            return only;
        }

        edit.Refuse("orphan", $"Nothing says which unit is above {code}.", "Send its upperUnit.");
        return null;
    }

    private static double? Total(IEnumerable<double?> parts)
    {
        var known = parts.ToArray();
        return known.All(part => part is not null) ? known.Sum() : null;
    }

    private static GeoPosition? Middle(AdministrativeUnit[] from)
    {
        var points = from.Where(unit => unit.Centroid is not null)
            .Select(unit => (Point: unit.Centroid!.Value, Weight: unit.AreaSquareKilometers ?? 1)).ToArray();
        var sum = points.Sum(one => one.Weight);
        return sum > 0
            ? new GeoPosition(
                points.Sum(one => one.Point.LongitudeDegrees * one.Weight) / sum,
                points.Sum(one => one.Point.LatitudeDegrees * one.Weight) / sum)
            : null;
    }

    private static string WithoutDiacritics(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(c switch
                {
                    'đ' => 'd',
                    'Đ' => 'D',
                    _ => c,
                });
            }
        }

        return plain.ToString();
    }
}
