using Twin.Model.Indicators;

namespace Twin.Api.Statistics;

/// <summary>How the city is presented: what the page says about itself and its data.</summary>
/// <param name="TitleVi">The Vietnamese title: <c>Thành phố Hải Phòng</c>.</param>
/// <param name="TitleEn">The English title.</param>
/// <param name="IsSchematic">Whether boundaries are drawn schematically and must be labelled so.</param>
/// <param name="HasDemo">Whether demonstration data was loaded and must be labelled so.</param>
/// <param name="FirstIndicator">The indicator to show first, if it has data; <c>null</c> leaves it to the data.</param>
/// <param name="SurveyCrs">The URI of the system that the city's surveys are in; <c>null</c> where none is.</param>
public sealed record CityPresentation(
    string TitleVi,
    string TitleEn,
    bool IsSchematic,
    bool HasDemo,
    IndicatorCode? FirstIndicator = null,
    string? SurveyCrs = null);
