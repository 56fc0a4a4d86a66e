using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Twin.Api.Lists;
using Twin.Api.Statistics;
using Twin.Model.Dimensions;
using Twin.Model.Indicators;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Api.Explanations;

/// <summary>Which figure is meant.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Indicator">The indicator.</param>
/// <param name="Period">The period.</param>
/// <param name="Breakdown">The part of it; none for the total.</param>
/// <param name="AsOf">As known at that instant; <c>null</c> for now.</param>
/// <param name="Boundaries">On those boundaries; <c>null</c> for those of the period.</param>
internal sealed record FigureQuestion(
    AdministrativeUnitCode Unit,
    IndicatorCode Indicator,
    TimePeriod Period,
    Breakdown Breakdown,
    DateTimeOffset? AsOf,
    Boundaries? Boundaries)
{
    private const string MediaType = "application/json";

    /// <summary>The day whose units are meant.</summary>
    public DateOnly Date => Boundaries?.Date ?? Period.End;

    /// <summary>Where this figure is explained.</summary>
    public LinkAnswer ToSelf()
    {
        var query = new QueryBuilder { { "indicator", Indicator.Value }, { "period", Period.ToString() } };
        if (!Breakdown.IsNone)
        {
            query.Add("breakdown", Breakdown.ToString());
        }

        if (Boundaries is { } on)
        {
            query.Add("boundaries", on.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            query.Add("weight", on.Weight.ToString().ToLowerInvariant());
        }

        AddInstant(query);
        return new LinkAnswer("self", $"/v1/units/{Unit}/explanation{query.ToQueryString()}", MediaType);
    }

    /// <summary>Where every version of what the unit reported for it is listed.</summary>
    public LinkAnswer ToHistory()
    {
        var query = new QueryBuilder
        {
            { "unit", Unit.Value },
            { "indicator", Indicator.Value },
            { "from", Period.ToString() },
            { "to", Period.ToString() },
        };
        AddInstant(query);
        return new LinkAnswer("history", $"/v1/observations{query.ToQueryString()}", MediaType);
    }

    /// <summary>Where the reports are listed that a figure about reports was made from.</summary>
    public LinkAnswer ToDuties()
    {
        var month = TimePeriod.Month(Period.End.Year, Period.End.Month).ToString();
        var query = new QueryBuilder { { "unit", Unit.Value }, { "from", month }, { "to", month } };
        AddInstant(query);
        return new LinkAnswer("duties", $"/v1/duties{query.ToQueryString()}", MediaType);
    }

    private void AddInstant(QueryBuilder query)
    {
        if (AsOf is { } instant)
        {
            query.Add(
                "asOf", instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
        }
    }
}
