using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Grains.Vessels;
using Twin.Model;
using Twin.Model.Vessels;

namespace Twin.Api.Vessels.Tracks;

/// <summary>Where all vessels were over a span of time, for whoever plays it.</summary>
internal static class FleetPastEndpoints
{
    /// <summary>The most moments of an answer: some 25 MB before gzip.</summary>
    public const int MaxMoments = 1_000_000;

    private const int DefaultStepMinutes = 15;

    private static readonly TimeSpan DefaultSpan = TimeSpan.FromDays(2);

    // Every shard reads its log for it.
    private static readonly TimeSpan MaxSpan = TimeSpan.FromDays(7);

    // So long before the span a boat that lies at sea or in port has been heard, but for those that were lost.
    private static readonly TimeSpan Before = TimeSpan.FromDays(1);

    private static readonly QueryParameter Start = new("from", "From that instant on; two days before 'to' by default.")
    {
        Format = "date-time",
        Example = "2026-03-01T00:00:00Z",
    };

    private static readonly QueryParameter Step = new(
        "stepMinutes", "Not more often than that, 5 to 120; 15 by default. The ends of longer silences are all told.")
    {
        IsInteger = true,
        Example = "15",
    };

    /// <summary>Maps the endpoint.</summary>
    public static void MapFleetPast(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/vessels/past", GetPastAsync)
        .WithTags("Vessels")
        .WithName("getVesselPast")
        .WithSummary("Where the vessels were over a span of time, column by column, to be played")
        .WithDescription(
            "All vessels that had been heard by then, with where they were heard, in which zone, and how their contact "
            + "changed, judged by all that is known of the span now. Read from the log, at most seven days at once, "
            + $"and at most {MaxMoments} moments: ask for a unit or a larger stepMinutes where that is not enough.")
        .WithQuery(QueryParameters.Unit, Start, VesselParameters.To, Step)
        .Produces<FleetPastAnswer>();

    private static async Task<IResult> GetPastAsync(
        HttpContext context,
        CityDefinition city,
        IGrainFactory grains,
        FleetReader fleet,
        FleetRules rules,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var filter = VesselFilter.OfUnit(query, city);
        var (from, to) = ReadSpan(query, time.GetUtcNow());
        var step = (int)(query.Number(Step.Name, 5, 120) ?? DefaultStepMinutes);
        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        var every = TimeSpan.FromMinutes(step);
        var wanted = (await fleet.ListAsync(cancellationToken)).Where(filter.Matches).ToArray();
        var tracks = (await fleet.TracksAsync(
                [.. wanted.Select(standing => standing.Vessel)],
                new TracksQuestion(from - Before, to, null, null, every),
                cancellationToken))
            .ToDictionary(track => track.Vessel, track => track.Track);
        var past = new FleetPast(
            rules, (await grains.QuestionAsync(time.GetUtcNow())).Feeds, from, to, every);
        var vessels = wanted
            .Select(standing => past.Of(standing, tracks.GetValueOrDefault(standing.Vessel.Id)))
            .OfType<PastVessel>().ToArray();
        return vessels.Sum(vessel => (long)vessel.Moments.Length) > MaxMoments
            ? TooMany.ToResult()
            : TypedResults.Ok(FleetPastAnswer.Of(vessels, from, to, step));
    }

    private static Refusal TooMany { get; } = new(
        ProblemCodes.TooMany,
        FormattableString.Invariant($"These are more than {MaxMoments} moments."),
        "Ask for a unit, for a shorter span, or for a larger stepMinutes.");

    private static (DateTimeOffset From, DateTimeOffset To) ReadSpan(QueryReader query, DateTimeOffset now)
    {
        var to = query.PastInstant("to", now) ?? now;
        var from = query.PastInstant("from", now) ?? to - DefaultSpan;
        if (query.Refusal is null && (from > to || to - from > MaxSpan))
        {
            query.Refuse("from", "It must not be after 'to', nor more than seven days before it.");
        }

        return (from, to);
    }
}
