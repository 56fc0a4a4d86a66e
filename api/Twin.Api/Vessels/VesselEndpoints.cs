using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Twin.Api.Lists;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Model;
using Twin.Model.Vessels;

namespace Twin.Api.Vessels;

/// <summary>Vessels, where they went, and the feeds that say so.</summary>
internal static class VesselEndpoints
{
    private static readonly TimeSpan DefaultTrack = TimeSpan.FromDays(1);

    /// <summary>Maps the endpoints.</summary>
    public static void MapVessels(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/vessels").WithTags("Vessels");
        group.MapGet(string.Empty, GetVesselsAsync)
            .WithName("getVessels")
            .WithSummary("Vessels as they stand: papers, last position, contact")
            .WithListQuery(
                QueryParameters.Unit,
                VesselParameters.SizeClass,
                VesselParameters.Contact,
                VesselParameters.IsEligible,
                VesselParameters.IsThreeNo,
                VesselParameters.LostSlot,
                VesselParameters.Search)
            .Produces<ListAnswer<VesselAnswer>>();
        group.MapGet("/summary", FleetSummary.GetAsync)
            .WithName("getVesselSummary")
            .WithSummary("Vessels counted by unit, size, contact, eligibility and three-no")
            .WithDescription(
                "Counted from the vessels at the moment of the question, so that every count equals a full one. "
                + "Vessels and episodes are apart: one vessel may have many episodes.")
            .WithQuery(QueryParameters.Unit, VesselParameters.By, VesselParameters.AsOf)
            .Produces<FleetSummaryAnswer>();
        group.MapGet("/lost", LostVessels.GetAsync)
            .WithName("getLostVessels")
            .WithSummary("Vessels that are lost, by unit, size and quarter of the day: counted and listed")
            .WithDescription(
                "Boats are counted once, in the quarter of the day in which they were last heard; 'episodes' says how "
                + "often they fell silent, and is never added to boats. Boats whose feed is down are not lost.")
            .WithListQuery(
                QueryParameters.Unit,
                VesselParameters.SizeClass,
                VesselParameters.LostContact,
                VesselParameters.IsEligible,
                VesselParameters.IsThreeNo,
                VesselParameters.LostSlot,
                VesselParameters.Search,
                VesselParameters.LostFrom,
                VesselParameters.LostTo,
                VesselParameters.SilentSince,
                VesselParameters.Ended,
                VesselParameters.AsOf)
            .Produces<LostVesselsAnswer>();
        group.MapGet("/{id}", GetVesselAsync)
            .WithName("getVessel")
            .WithSummary("One vessel, by its registration number or MMSI")
            .WithQuery()
            .Produces<VesselAnswer>();
        group.MapGet("/{id}/track", GetTrackAsync)
            .WithName("getVesselTrack")
            .WithSummary("Where a vessel went")
            .WithDescription("The accepted reports of at most a span of time, oldest first, as a track with its gaps.")
            .WithQuery(VesselParameters.From, VesselParameters.To, VesselParameters.Tolerance)
            .Produces<TrackAnswerBody>();
        endpoints.MapGet("/feeds", GetFeedsAsync)
            .WithTags("Vessels")
            .WithName("getFeeds")
            .WithSummary("The feeds of positions: rate, last seen, outages, what was kept apart and refused")
            .WithListQuery()
            .Produces<ListAnswer<FeedAnswer>>();
    }

    private static async Task<IResult> GetVesselsAsync(
        HttpContext context,
        CityDefinition city,
        FleetReader fleet,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var filter = VesselFilter.Read(query, city);
        var page = query.Page();
        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        var all = await fleet.ListAsync(cancellationToken);
        return all.Where(filter.Matches).ToArray().ToPage(page, context.Request, VesselAnswer.Of);
    }

    private static async Task<IResult> GetVesselAsync(
        string id, FleetReader fleet, CancellationToken cancellationToken) =>
        VesselId.TryParse(id, out var name) && await fleet.FindAsync(name, cancellationToken) is { } found
            ? TypedResults.Ok(VesselAnswer.Of(found))
            : Unknown(id);

    private static async Task<IResult> GetTrackAsync(
        string id, HttpContext context, FleetReader fleet, TimeProvider time, CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var now = time.GetUtcNow();
        var to = query.PastInstant("to", now) ?? now;
        var from = query.PastInstant("from", now) ?? to - DefaultTrack;
        var tolerance = query.Number("toleranceMeters", 0, 10_000) ?? 0;
        if (query.Refusal is null && from > to)
        {
            query.Refuse("from", "It must not be after 'to'.");
        }

        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        if (!VesselId.TryParse(id, out var name) || await fleet.FindAsync(name, cancellationToken) is not { } found)
        {
            return Unknown(id);
        }

        var track = await fleet.TrackAsync(found.Vessel.Id, from, to);
        return TypedResults.Ok(TrackAnswerBody.Of(found.Vessel.Id, track, tolerance));
    }

    private static async Task<IResult> GetFeedsAsync(
        HttpContext context, FleetReader fleet, TimeProvider time, CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var page = query.Page();
        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        var now = time.GetUtcNow();
        var feeds = await fleet.FeedsAsync(cancellationToken);
        return feeds.ToPage(page, context.Request, feed => FeedAnswer.Of(feed, now));
    }

    private static ProblemResult Unknown(string id) =>
        Refusals.NotFound(
            "vessel", id, "Use a registration number or an MMSI; /v1/vessels lists them.").ToResult();
}
