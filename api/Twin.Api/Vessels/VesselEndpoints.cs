using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Twin.Api.Lists;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Api.Vessels.Register;
using Twin.Model;
using Twin.Model.Vessels;

namespace Twin.Api.Vessels;

/// <summary>Vessels, where they went, and the feeds that say so.</summary>
internal static class VesselEndpoints
{
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
                VesselParameters.Zone,
                VesselParameters.Violates,
                VesselParameters.Search)
            .Produces<ListAnswer<VesselAnswer>>();
        group.MapGet("/summary", FleetSummary.GetAsync)
            .WithName("getVesselSummary")
            .WithSummary("Vessels counted by unit, size, contact, eligibility, three-no, zone, gear and violation")
            .WithDescription(
                "Counted from the vessels at the moment of the question, so that every count equals a full one. "
                + "Vessels and episodes are apart: one vessel may have many episodes. Vessels that belong to no unit, "
                + "such as passing merchant ships, are told apart as 'withoutUnit', and counted only if asked for.")
            .WithQuery(
                QueryParameters.Unit, VesselParameters.By, VesselParameters.WithoutUnit, VesselParameters.AsOf)
            .Produces<FleetSummaryAnswer>();
        MapLost(group);
        group.MapGet("/{id}", GetVesselAsync)
            .WithName("getVessel")
            .WithSummary("One vessel, by its registration number or MMSI")
            .WithDescription("The entity tag is of what was entered, for If-Match of a PUT; not of where it is.")
            .WithQuery()
            .Produces<VesselAnswer>();
        endpoints.MapGet("/feeds", GetFeedsAsync)
            .WithTags("Vessels")
            .WithName("getFeeds")
            .WithSummary("The feeds of positions: rate, last seen, outages, what was kept apart and refused")
            .WithListQuery()
            .Produces<ListAnswer<FeedAnswer>>();
    }

    private static void MapLost(RouteGroupBuilder group) => group
        .MapGet("/lost", LostVessels.GetAsync)
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
            VesselParameters.Zone,
            VesselParameters.Violates,
            VesselParameters.Search,
            VesselParameters.LostFrom,
            VesselParameters.LostTo,
            VesselParameters.SilentSince,
            VesselParameters.Ended,
            VesselParameters.AsOf)
        .Produces<LostVesselsAnswer>();

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
        string id, HttpContext context, FleetReader fleet)
    {
        if (!VesselId.TryParse(id, out var name) || await fleet.FindAsync(name) is not { } found)
        {
            return Unknown(id);
        }

        // The tag is of what was entered, and the position is younger: nobody may keep the answer by it.
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ETag = VesselTags.Of(found.Vessel);
        return TypedResults.Ok(VesselAnswer.Of(found));
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
