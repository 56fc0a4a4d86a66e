using Twin.Model.Units;

namespace Twin.Api.Features;

/// <summary>An administrative unit as it stands from one day to another.</summary>
internal sealed record UnitAnswer
{
    /// <summary>The code of the General Statistics Office; unique together with <c>validFrom</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The level.</summary>
    public required AdministrativeLevel Level { get; init; }

    /// <summary>The Vietnamese word for this kind of unit.</summary>
    public required string KindVi { get; init; }

    /// <summary>The full Vietnamese name.</summary>
    public required string NameVi { get; init; }

    /// <summary>The name without diacritics.</summary>
    public required string NameAscii { get; init; }

    /// <summary>The English name.</summary>
    public required string NameEn { get; init; }

    /// <summary>The unit directly above; null at the root.</summary>
    public required string? UpperUnit { get; init; }

    /// <summary>The first day of this version.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last day of this version; null while it lasts.</summary>
    public required DateOnly? ValidTo { get; init; }

    /// <summary>The area, where known.</summary>
    public required double? AreaSquareKilometers { get; init; }

    /// <summary>The official population, where known.</summary>
    public required long? Population { get; init; }

    /// <summary>The longitude of a point inside, in degrees east (WGS 84), where known.</summary>
    public required double? Longitude { get; init; }

    /// <summary>The latitude of that point, in degrees north.</summary>
    public required double? Latitude { get; init; }

    /// <summary>Makes the answer of a unit.</summary>
    public static UnitAnswer Of(AdministrativeUnit unit) => new()
    {
        Code = unit.Code.Value,
        Level = unit.Level,
        KindVi = unit.KindVi,
        NameVi = unit.NameVi,
        NameAscii = unit.NameAscii,
        NameEn = unit.NameEn,
        UpperUnit = unit.UpperUnit?.Value,
        ValidFrom = unit.ValidFrom,
        ValidTo = unit.ValidTo,
        AreaSquareKilometers = unit.AreaSquareKilometers,
        Population = unit.Population,
        Longitude = unit.Centroid?.LongitudeDegrees,
        Latitude = unit.Centroid?.LatitudeDegrees,
    };
}
