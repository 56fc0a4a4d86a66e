using System.Diagnostics.CodeAnalysis;
using NetTopologySuite.Geometries;
using Twin.Api.Problems;
using Twin.Model;
using Twin.Model.Boundaries;
using Twin.Model.Indicators;
using Twin.Model.Time;

namespace Twin.Api.Space;

/// <summary>Reads what is asked about an area. Stateless.</summary>
internal static class AreaQuestionReader
{
    private const int MaxIndicators = 20;
    private const string Area = "area";

    /// <summary>Reads the question, or says why there is none.</summary>
    public static bool TryRead(
        AreaRequest body,
        Geometry area,
        CityDefinition city,
        DateTimeOffset now,
        [NotNullWhen(true)] out AreaQuestion? question,
        [NotNullWhen(false)] out Refusal? refusal)
    {
        question = null;
        if (body.Weight is not (null or "population" or Area))
        {
            refusal = Refuse($"The weight '{Refusals.Shown(body.Weight)}' is not known.", "Use population or area.");
            return false;
        }

        if (body.Datetime > now)
        {
            refusal = Refuse("The instant 'datetime' is in the future.", "Use one that has passed, or none for now.");
            return false;
        }

        TimePeriod? period = null;
        if (body.Period is { } text)
        {
            if (!TimePeriod.TryParse(text, out var read))
            {
                refusal = Refuse(
                    $"The period '{Refusals.Shown(text)}' is none.", "Use an SDMX period such as 2024-12.");
                return false;
            }

            period = read;
        }

        if (!TryReadIndicators(body, city, out var indicators, out refusal))
        {
            return false;
        }

        question = new AreaQuestion
        {
            Area = area,
            Date = body.Date,
            Indicators = indicators,
            Period = period,
            Weight = body.Weight is Area ? ShareWeight.Area : ShareWeight.Population,
            At = body.Datetime,
        };
        return true;
    }

    private static bool TryReadIndicators(
        AreaRequest body,
        CityDefinition city,
        out List<Indicator> indicators,
        [NotNullWhen(false)] out Refusal? refusal)
    {
        indicators = [];
        foreach (var code in (body.Indicators ?? []).Take(MaxIndicators + 1))
        {
            if (indicators.Count == MaxIndicators || !IndicatorCode.TryParse(code, out var parsed)
                || !city.Indicators.TryGet(parsed, out var indicator))
            {
                refusal = Refuse(
                    $"The indicator '{Refusals.Shown(code ?? string.Empty)}' is not known, or one too many.",
                    "/v1/indicators lists the codes; ask for at most 20.");
                return false;
            }

            indicators.Add(indicator);
        }

        refusal = null;
        return true;
    }

    private static Refusal Refuse(string detail, string hint) => new(ProblemCodes.InvalidRequest, detail, hint);
}
