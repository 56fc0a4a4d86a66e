using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Twin.Api.Features;
using Twin.Api.Ogc;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Geo.Formats;
using Twin.Model;

namespace Twin.Api.Space;

/// <summary>What lies around a geometry, as a geometry: for the map, for filters, for files.</summary>
internal static class BufferEndpoints
{
    /// <summary>Maps the endpoint.</summary>
    public static void MapBuffers(this IEndpointRouteBuilder endpoints) => endpoints
        .MapPost("/space/buffer", PostBufferAsync)
        .WithTags("Space")
        .WithName("postBuffer")
        .WithSummary("Everything within a distance of a geometry, as GeoJSON")
        .WithDescription(
            "A polygon, or several, whose edge lies at the distance on the ellipsoid, at most 0.1 % inside: the area "
            + "that /v1/space/summary takes for the same geometry and radius.")
        .Accepts<BufferRequest>("application/json")
        .Produces(StatusCodes.Status200OK, contentType: BoundaryEndpoints.GeoJsonMediaType);

    private static Task<IResult> PostBufferAsync(
        HttpContext context, FeatureGate gate, CancellationToken cancellationToken) =>
        gate.RunAsync(context, () => AnswerAsync(context, cancellationToken));

    private static async Task<IResult> AnswerAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var (body, refusal) = await JsonBody.ReadAsync<BufferRequest>(context, cancellationToken);
        if (body is null)
        {
            return refusal!.ToResult(); // One of the two is there.
        }

        if (body.RadiusMeters is null)
        {
            return new Refusal(
                ProblemCodes.InvalidRequest, "There is no radiusMeters.", "Give a distance above 0 and up to 500000 m.")
                .ToResult();
        }

        var request = new AreaRequest
        {
            Geometry = body.Geometry,
            RadiusMeters = body.RadiusMeters,
            Crs = body.Crs,
        };
        if (!AreaReader.TryRead(request, out var area, out refusal))
        {
            return refusal.ToResult();
        }

        var buffer = new ArrayBufferWriter<byte>();
        await using (var writer = new Utf8JsonWriter(buffer))
        {
            GeoJsonFeatureWriter.WriteGeometry(writer, area);
        }

        return TypedResults.Bytes(buffer.WrittenMemory.ToArray(), BoundaryEndpoints.GeoJsonMediaType);
    }
}
