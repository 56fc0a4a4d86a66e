using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Twin.Api.Features;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Grains.Units;
using Twin.Model;
using Twin.Model.Plans;
using Twin.Model.Rollups;
using Twin.Model.Units;

namespace Twin.Api.Statistics;

/// <summary>Where the figures of a unit lead.</summary>
internal static class ForecastEndpoints
{
    private const int MonthsAhead = 12;
    private const int MostYearsAhead = 10;

    /// <summary>Maps the endpoint.</summary>
    public static void MapForecast(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/units/{code}/forecast", GetForecastAsync)
        .WithTags("Figures")
        .WithName("getForecast")
        .WithSummary("Where the trend of a figure leads, with a range and the method")
        .WithDescription(
            "The line of least squares through the last six figures up to a period, and the range that a further "
            + "figure falls in eight times of ten if all goes on as it did. No status of a target follows from it.")
        .WithQuery(
            QueryParameters.RequiredIndicator,
            QueryParameters.Period,
            QueryParameters.Until,
            QueryParameters.Boundaries,
            QueryParameters.Weight)
        .Produces<ForecastAnswer>();

    private static async Task<IResult> GetForecastAsync(
        string code,
        HttpContext context,
        CityDefinition city,
        IGrainFactory grains,
        RebasedFigures rebased,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var indicator = RollupEndpoints.ReadIndicator(query, city);
        var period = query.Period("period");
        var until = query.Date("until");
        var boundaries = query.Boundaries();
        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        if (!UnitFinder.TryFind(city.Tree, code, out AdministrativeUnitCode unit, out var unknown))
        {
            return unknown.ToResult();
        }

        if (boundaries is not null && city.Tree.Find(unit, boundaries.Date) is null)
        {
            return Refusals.UnitNotStanding(city.Tree, unit, boundaries.Date).ToResult();
        }

        // The indicator was refused above when absent.
        IReadOnlyList<Rollup> all = boundaries is null
            ? await grains.GetGrain<IAdministrativeUnitGrain>(unit.Value).GetSeries(indicator!.Code, null, null)
            : [.. (await rebased.SeriesAsync(unit, indicator!, null, null, boundaries, cancellationToken))
                .Select(one => one.Figure)];
        var series = all.Where(figure => period is not { } last || figure.Period.End <= last.End).ToArray();
        var end = series.Length == 0 ? DateOnly.MinValue : series.Max(figure => figure.Period.End);
        var day = until ?? (series.Length == 0 ? end : end.AddMonths(MonthsAhead));
        if (series.Length > 0 && day > end.AddYears(MostYearsAhead))
        {
            query.Refuse("until", FormattableString.Invariant($"Use at most {MostYearsAhead} years after the last."));
            return query.Refusal!.ToResult(); // It was refused just now.
        }

        return TypedResults.Ok(ForecastAnswer.Of(unit.Value, indicator!, Forecast.Of(indicator!, series, day)));
    }
}
