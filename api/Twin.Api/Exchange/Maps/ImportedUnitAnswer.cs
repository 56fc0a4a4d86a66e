using Twin.Geo.Geodesy;
using Twin.Model.Units;

namespace Twin.Api.Exchange.Maps;

/// <summary>A unit on an imported map.</summary>
internal sealed record ImportedUnitAnswer
{
    private const double SquareMetersInSquareKilometer = 1e6;

    /// <summary>The code.</summary>
    public required string Code { get; init; }

    /// <summary>The Vietnamese name.</summary>
    public required string NameVi { get; init; }

    /// <summary>The level.</summary>
    public required AdministrativeLevel Level { get; init; }

    /// <summary>How the unit was found: code or name; null for one that is made of those below it, or kept.</summary>
    public required string? MatchedBy { get; init; }

    /// <summary>The features of the file that draw it.</summary>
    public required IReadOnlyList<int> Features { get; init; }

    /// <summary>The name in the file, where that is another.</summary>
    public required string? OtherName { get; init; }

    /// <summary>Whether the shape rests on one that was drawn and not surveyed.</summary>
    public required bool IsSchematic { get; init; }

    /// <summary>The area of the shape until now, in km²; null where it had none.</summary>
    public required double? AreaBefore { get; init; }

    /// <summary>The area of the new shape, in km²; null where nothing is left of it.</summary>
    public required double? AreaAfter { get; init; }

    /// <summary>The published area, in km²; null where it is not known.</summary>
    public required double? AreaPublished { get; init; }

    /// <summary>Makes the answers of a draft: the units whose shape is new, or no longer there.</summary>
    public static IReadOnlyList<ImportedUnitAnswer> Of(BoundaryDraft draft) =>
    [
        .. draft.Current.Features.Select(feature =>
        {
            var unit = feature.Unit;
            var drafted = draft.Units.GetValueOrDefault(unit.Code);
            var shape = draft.Shapes.GetValueOrDefault(unit.Code.Value);
            return new ImportedUnitAnswer
            {
                Code = unit.Code.Value,
                NameVi = unit.NameVi,
                Level = unit.Level,
                MatchedBy = drafted?.Match.IsByCode switch { true => "code", false => "name", null => null },
                Features = drafted is null ? [] : drafted.Numbers,
                OtherName = drafted?.Match.OtherName,
                IsSchematic = draft.IsSchematic(unit),
                AreaBefore = feature.Shape is { } before ? SquareKilometers(before) : null,
                AreaAfter = shape is null ? null : SquareKilometers(shape),
                AreaPublished = unit.AreaSquareKilometers,
            };
        }),
    ];

    private static double SquareKilometers(NetTopologySuite.Geometries.Geometry shape) =>
        Math.Round(GeodesicArea.SquareMeters(shape) / SquareMetersInSquareKilometer, 4);
}
