using Twin.Model.Space;

namespace Twin.Model.Units;

/// <summary>One version of an administrative unit: what a code meant from one day to another.</summary>
public sealed record AdministrativeUnit
{
    /// <summary>The GSO code; unique together with <see cref="ValidFrom"/>.</summary>
    public required AdministrativeUnitCode Code { get; init; }

    /// <summary>The tier.</summary>
    public required AdministrativeLevel Level { get; init; }

    /// <summary>The Vietnamese word for this kind of unit: Quận, Huyện, Phường, Xã, Thị trấn, Đặc khu.</summary>
    public required string KindVi { get; init; }

    /// <summary>The full Vietnamese name, in Unicode NFC.</summary>
    public required string NameVi { get; init; }

    /// <summary>The name without diacritics.</summary>
    public required string NameAscii { get; init; }

    /// <summary>The English name.</summary>
    public required string NameEn { get; init; }

    /// <summary>The unit directly above, or <c>null</c> at the root.</summary>
    public AdministrativeUnitCode? UpperUnit { get; init; }

    /// <summary>The first day of this version.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last day of this version; <c>null</c> while it lasts.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Area in km², where known.</summary>
    public double? AreaSquareKilometers { get; init; }

    /// <summary>Official population, where known.</summary>
    public long? Population { get; init; }

    /// <summary>A point inside the unit, where known.</summary>
    public GeoPosition? Centroid { get; init; }

    /// <summary>Whether this version stands on that day.</summary>
    public bool IsValidOn(DateOnly date) => ValidFrom <= date && (ValidTo is not { } last || date <= last);
}
