using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Twin.Api.Requests;
using Twin.Grains.Units;
using Twin.Model;
using Twin.Model.Indicators;
using Twin.Model.Time;

namespace Twin.Api.Statistics;

/// <summary>What the city is: where a client starts.</summary>
internal static class CityEndpoints
{
    /// <summary>Maps the endpoint.</summary>
    public static void MapCity(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/city", GetCityAsync)
        .WithTags("City")
        .WithName("getCity")
        .WithSummary("What the city is and what there is to show of it")
        .Produces<CityAnswer>();

    private static async Task<Ok<CityAnswer>> GetCityAsync(
        CityDefinition city,
        CityPresentation presentation,
        IGrainFactory grains,
        ReportedMonths reported,
        TimeProvider time)
    {
        var today = VietnamTime.Today(time);
        var root = CityRoot.Of(city, today);
        var grain = grains.GetGrain<IAdministrativeUnitGrain>(root.Value);
        var months = (await grain.GetPeriods(indicator: null))
            .Where(period => period.Frequency == PeriodFrequency.Month).ToArray();
        var period = await reported.LatestAsync(grain, months)
            ?? TimePeriod.Containing(today, PeriodFrequency.Month);
        var withData = (await grain.GetPeriod(period)).Where(figure => figure.Value is not null)
            .Select(figure => figure.Indicator).ToHashSet();
        return TypedResults.Ok(new CityAnswer
        {
            DatasetId = city.DatasetId,
            TitleVi = presentation.TitleVi,
            TitleEn = presentation.TitleEn,
            RootUnit = root.Value,
            IsDemo = presentation.HasDemo,
            IsSchematic = presentation.IsSchematic && !city.HasSurveyedMap(today),
            ChangeDates = [.. city.Tree.ChangeDates],
            DefaultPeriod = period.ToString(),
            Periods = [.. months.Select(month => month.ToString())],
            DefaultIndicator = ChooseIndicator(city, presentation, withData)?.Value,
        });
    }

    /// <summary>
    /// The one that the host prefers, if it has data; else what colours a map best: with data, with a target, reported
    /// by the lowest level, a share whose target is neither nothing nor everything.
    /// </summary>
    private static IndicatorCode? ChooseIndicator(
        CityDefinition city, CityPresentation presentation, HashSet<IndicatorCode> withData)
    {
        var targets = city.Targets.Where(target => target.IsMeasurable)
            .GroupBy(target => target.Indicator.GetValueOrDefault())
            .ToDictionary(group => group.Key, group => group.First());
        return targets.Keys.Concat(city.Indicators.Items.Select(indicator => indicator.Code)).Distinct()
            .Select(code => city.Indicators.TryGet(code, out var indicator) ? indicator : null)
            .OfType<Indicator>()
            .OrderByDescending(indicator => withData.Contains(indicator.Code))
            .ThenByDescending(indicator => indicator.Code == presentation.FirstIndicator)
            .ThenByDescending(indicator => targets.ContainsKey(indicator.Code))
            .ThenByDescending(indicator => indicator.ReportingLevel)
            .ThenByDescending(indicator => indicator.HasDenominator)
            .ThenByDescending(indicator =>
                targets.GetValueOrDefault(indicator.Code)?.Value is { } value && value > 0 && value < indicator.Scale)
            .FirstOrDefault()?.Code;
    }
}
