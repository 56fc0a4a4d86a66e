using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Twin.Api.Hosting;
using Twin.Api.Lists;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Grains.Units;
using Twin.Model;
using Twin.Model.Indicators;
using Twin.Model.Units;

namespace Twin.Api.Statistics;

/// <summary>Many units and many indicators at a glance: one question to each unit.</summary>
internal static class MatrixEndpoints
{
    private static readonly QueryParameter Indicators = new(
        "indicators",
        string.Create(
            CultureInfo.InvariantCulture,
            $"Codes separated by commas, {StandingsQuestion.MaxIndicators} at most; by default those with a target."))
    {
        Example = "FIBER-HOUSEHOLDS,EPAYMENT-ACCOUNTS",
    };

    /// <summary>Maps the endpoint.</summary>
    public static void MapMatrix(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/matrix", GetMatrixAsync)
        .WithTags("Figures")
        .WithName("getMatrix")
        .WithSummary("Units by indicators: value and status in each cell")
        .WithDescription(
            "By default the units directly below the root, on the boundaries of the period's last day. Each cell is "
            + "the figure that ends last by the end of the period, so that monthly and yearly indicators stand side "
            + "by side. Here the limit is 1,000 by default.")
        .WithListQuery(QueryParameters.Unit, QueryParameters.Level, Indicators, QueryParameters.Period)
        .Produces<MatrixAnswer>();

    private static async Task<IResult> GetMatrixAsync(
        HttpContext context,
        CityDefinition city,
        IGrainFactory grains,
        ReportedMonths reported,
        TimeProvider time,
        IOptions<TwinApiOptions> options,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var givenUnit = query.Unit("unit", city.Tree);
        var givenLevel = query.Level();
        var givenIndicators = ReadIndicators(query, city);
        var givenPeriod = query.Period("period");
        var page = query.Page(Page.MaxLimit);
        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        var root = givenUnit ?? CityRoot.Of(city, VietnamTime.Today(time));
        var period = givenPeriod ?? await reported.LatestAsync(root);
        var tree = city.Tree.On(period.End);
        if (tree.Find(root) is null)
        {
            return Refusals.UnitNotStanding(city.Tree, root, period.End).ToResult();
        }

        var level = givenLevel ?? tree.ChildrenOf(root).Select(child => child.Level).DefaultIfEmpty().Min();
        AdministrativeUnit[] units =
            [.. tree.SelfAndBelow(root).Where(unit => unit.Level == level).OrderBy(unit => unit.Code)];
        var indicators = givenIndicators ?? WithTargets(city, level);
        var question = new StandingsQuestion(indicators, period, IsExact: false);
        var rows = await FanOut.AskAsync(
            units.Slice(page),
            options.Value.MaxGrainCalls,
            async unit => MatrixRowAnswer.Of(unit, await Unit(grains, unit.Code).GetStandings(question)),
            cancellationToken);
        var list = ListAnswers.Of(rows, units.Length, ListAnswers.NextPlace(units.Length, page), context.Request);
        return TypedResults.Ok(new MatrixAnswer(
            period.ToString(),
            level,
            [.. indicators.Select(code => code.Value)],
            list.Items,
            list.NumberMatched,
            list.Links));
    }

    /// <summary>What the units of a level report, or show of what those below report, and have a target for.</summary>
    private static ImmutableArray<IndicatorCode> WithTargets(CityDefinition city, AdministrativeLevel level) =>
    [
        .. city.Targets.Where(target => target.IsMeasurable).Select(target => target.Indicator)
            .OfType<IndicatorCode>().Distinct().Order()
            .Where(code => city.Indicators.TryGet(code, out var indicator) && indicator.ReportingLevel >= level)
            .Take(StandingsQuestion.MaxIndicators),
    ];

    private static ImmutableArray<IndicatorCode>? ReadIndicators(QueryReader query, CityDefinition city)
    {
        const int MaxLength = StandingsQuestion.MaxIndicators * (IndicatorCode.MaxLength + 1);
        if (query.Text("indicators", MaxLength) is not { } text)
        {
            return null;
        }

        var codes = ImmutableArray.CreateBuilder<IndicatorCode>();
        foreach (var part in text.Split(','))
        {
            if (codes.Count < StandingsQuestion.MaxIndicators
                && IndicatorCode.TryParse(part, out var code) && city.Indicators.TryGet(code, out _))
            {
                codes.Add(code);
            }
            else
            {
                query.Refuse("indicators", string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{Refusals.Shown(part)}' is not in /v1/indicators, or comes after {codes.Count} others."));
                break;
            }
        }

        return codes.DrainToImmutable();
    }

    private static IAdministrativeUnitGrain Unit(IGrainFactory grains, AdministrativeUnitCode code) =>
        grains.GetGrain<IAdministrativeUnitGrain>(code.Value);
}
