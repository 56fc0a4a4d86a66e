using Twin.Model.Indicators;
using Twin.Model.Rollups;
using Twin.Model.Units;

namespace Twin.Api.Cascades;

/// <summary>What a target is divided in proportion to.</summary>
/// <param name="Text">As it was asked for; <c>null</c> for none.</param>
/// <param name="Indicator">The indicator whose figures count; <c>null</c> for inhabitants and area.</param>
internal sealed record CascadeWeight(string? Text, Indicator? Indicator)
{
    /// <summary>The weight that a text names; <c>null</c> where it names none.</summary>
    public static CascadeWeight? Read(string? text, IndicatorCatalog indicators) => text switch
    {
        null or "population" or "area" => new CascadeWeight(text, null),
        _ when IndicatorCode.TryParse(text, out var code) && indicators.TryGet(code, out var indicator) =>
            new CascadeWeight(text, indicator),
        _ => null,
    };

    /// <summary>The weight of a unit; <c>null</c> where it is not known.</summary>
    public double? Of(AdministrativeUnit unit, Rollup? counted) => Text switch
    {
        "population" => unit.Population,
        "area" => unit.AreaSquareKilometers,
        _ => counted?.Numerator,
    };
}
