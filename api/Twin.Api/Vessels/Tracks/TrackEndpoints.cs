using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Twin.Api.Lists;
using Twin.Api.Ogc;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Grains.Vessels;
using Twin.Model;
using Twin.Model.Vessels;

namespace Twin.Api.Vessels.Tracks;

/// <summary>Where vessels went: one, or all that were in an area.</summary>
internal static class TrackEndpoints
{
    private static readonly TimeSpan DefaultSpan = TimeSpan.FromDays(1);

    // Every shard reads its log for it.
    private static readonly TimeSpan MaxSpanOfAll = TimeSpan.FromDays(31);

    private static readonly QueryParameter Area = new(
        "bbox", "Only vessels that reported from there: west,south,east,north in degrees; west may be above east.")
    {
        Example = "106.5,20.4,107.5,21",
    };

    /// <summary>Maps the endpoints.</summary>
    public static void MapTracks(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/vessels/{id}/track", GetTrackAsync)
            .WithTags("Vessels")
            .WithName("getVesselTrack")
            .WithSummary("Where a vessel went")
            .WithDescription(
                "The accepted reports of a span of time, oldest first, as a list with its gaps, as GeoJSON or as OGC "
                + "Moving Features JSON.")
            .WithQuery(
                VesselParameters.From, VesselParameters.To, VesselParameters.Tolerance, TrackShape.ToleranceSeconds,
                TrackShape.GapMinutes, TrackFormat.Parameter)
            .Produces<TrackAnswerBody>();
        endpoints.MapGet("/tracks", GetTracksAsync)
            .WithTags("Vessels")
            .WithName("getTracks")
            .WithSummary("Where the vessels went that were in an area, or belong to a unit")
            .WithDescription(
                "Each track is whole, also where it left the area. At most 31 days at once; of a vessel the last "
                + "10,000 reports.")
            .WithListQuery(
                Area, QueryParameters.Unit, VesselParameters.From, VesselParameters.To, VesselParameters.Tolerance,
                TrackShape.ToleranceSeconds, TrackShape.GapMinutes, TrackFormat.Parameter)
            .Produces<ListAnswer<TrackAnswerBody>>();
    }

    private static async Task<IResult> GetTrackAsync(
        string id, HttpContext context, FleetReader fleet, TimeProvider time)
    {
        var query = new QueryReader(context);
        var (from, to) = ReadSpan(query, time.GetUtcNow());
        var shape = TrackShape.Read(query);
        var format = TrackFormat.Read(query, context.Request);
        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        if (!VesselId.TryParse(id, out var name) || await fleet.FindAsync(name) is not { } found)
        {
            return Refusals.NotFound(
                "vessel", id, "Use a registration number or an MMSI; /v1/vessels lists them.").ToResult();
        }

        var track = await fleet.TrackAsync(found.Vessel, from, to);
        return format is TrackFormat.Json
            ? TypedResults.Ok(TrackAnswerBody.Of(found.Vessel.Id, track, shape))
            : Document(
                TrackDocument.Feature(found.Vessel.Id, shape.Of(track.Reports), format is TrackFormat.MovingFeatures));
    }

    private static async Task<IResult> GetTracksAsync(
        HttpContext context,
        CityDefinition city,
        FleetReader fleet,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var (from, to) = ReadSpan(query, time.GetUtcNow());
        if (query.Refusal is null && to - from > MaxSpanOfAll)
        {
            query.Refuse("from", "Ask for at most 31 days at once.");
        }

        var area = PositionBox.Read(query);
        var filter = VesselFilter.OfUnit(query, city);
        var shape = TrackShape.Read(query);
        var format = TrackFormat.Read(query, context.Request);
        var page = query.Page();
        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        var wanted = (await fleet.ListAsync(cancellationToken)).Where(filter.Matches)
            .Select(standing => standing.Vessel).ToArray();
        var tracks = await fleet.TracksAsync(wanted, new TracksQuestion(
            from,
            to,
            area is { } low ? new(low.West, low.South) : null,
            area is { } high ? new(high.East, high.North) : null), cancellationToken);
        if (format is TrackFormat.Json)
        {
            return tracks.ToPage(
                page, context.Request, track => TrackAnswerBody.Of(track.Vessel, track.Track, shape));
        }

        var list = tracks.ToPage(page, context.Request, static track => track.Vessel.Value);
        return Document(TrackDocument.Collection(
            tracks.Slice(page).Select(track => (track.Vessel, shape.Of(track.Track.Reports))),
            tracks.Count,
            list.Value!.Links, // An answer of 200 has its value.
            format is TrackFormat.MovingFeatures));
    }

    private static (DateTimeOffset From, DateTimeOffset To) ReadSpan(QueryReader query, DateTimeOffset now)
    {
        var to = query.PastInstant("to", now) ?? now;
        var from = query.PastInstant("from", now) ?? to - DefaultSpan;
        if (query.Refusal is null && from > to)
        {
            query.Refuse("from", "It must not be after 'to'.");
        }

        return (from, to);
    }

    private static FileContentHttpResult Document(byte[] document) =>
        TypedResults.Bytes(document, OgcMediaTypes.GeoJson);
}
