using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Api.Space;
using Twin.Geo.Coordinates;

namespace Twin.Api.Ogc;

/// <summary>Answers questions about the features of one collection. Safe for any number of threads.</summary>
internal sealed class FeatureHandlers(IFeatureCollection collection)
{
    /// <summary>The collection itself.</summary>
    public async Task<IResult> GetCollectionAsync(
        HttpContext context, TimeProvider time, CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var isHtml = OgcFormat.IsHtml(query, context.Request);
        var days = DayInterval.Read(query, VietnamTime.Today(time));
        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        var links = new OgcLinks(context.Request);
        var bounds = await collection.GetBoundsAsync(days.Last, cancellationToken);
        var document = CollectionDocuments.Collection(links, collection, bounds);
        document["links"]!.AsArray().Insert( // Every collection has links.
            0, links.SelfAndAlternate(isHtml).Last());
        return OgcAnswer.Of(document, isHtml);
    }

    /// <summary>What filters may use.</summary>
    public IResult GetQueryables(HttpContext context)
    {
        var query = new QueryReader(context);
        var isHtml = OgcFormat.IsHtml(query, context.Request);
        return query.Refusal?.ToResult() ?? OgcAnswer.Of(
            CollectionDocuments.Queryables(new OgcLinks(context.Request), collection),
            isHtml,
            OgcMediaTypes.SchemaJson);
    }

    /// <summary>A page of features.</summary>
    public Task<IResult> GetItemsAsync(
        HttpContext context, FeatureGate gate, TimeProvider time, CancellationToken cancellationToken) =>
        gate.RunAsync(context, () => GetPageAsync(context, time, cancellationToken));

    /// <summary>One feature.</summary>
    public async Task<IResult> GetItemAsync(
        HttpContext context, string featureId, TimeProvider time, CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var isHtml = OgcFormat.IsHtml(query, context.Request);
        var days = DayInterval.Read(query, VietnamTime.Today(time));
        var system = query.ReadCrs();
        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        if (await collection.FindAsync(featureId, days, cancellationToken) is not { } feature)
        {
            return Refusals.NotFound(
                "feature", featureId, "It may stand on another day: give datetime, such as 2024-12-31.").ToResult();
        }

        return SendFeature(context, feature, system, isHtml);
    }

    /// <summary>A feature as it is sent, with its entity tag where it has one.</summary>
    public IResult SendFeature(
        HttpContext context, CollectionFeature feature, CoordinateReferenceSystem system, bool isHtml)
    {
        var links = new OgcLinks(context.Request);
        IEnumerable<JsonObject> all =
        [
            .. links.SelfAndAlternate(isHtml, OgcMediaTypes.GeoJson),
            links.To("collection", $"/collections/{collection.Id}", collection.Title),
        ];
        if (feature.EntityTag is { } tag)
        {
            context.Response.Headers[HeaderNames.ETag] = tag;
        }

        return Send(context, FeatureWriter.Write(collection, feature, system, all), system, isHtml);
    }

    private static IResult Send(
        HttpContext context, ReadOnlyMemory<byte> json, CoordinateReferenceSystem system, bool isHtml)
    {
        context.Response.Headers["Content-Crs"] = $"<{system.Uri}>";
        context.Response.Headers.CacheControl = "no-cache";
        return isHtml
            ? OgcAnswer.Of(JsonNode.Parse(json.Span)!.AsObject(), isHtml: true) // We have just written an object.
            : TypedResults.Bytes(json, OgcMediaTypes.GeoJson);
    }

    private async Task<IResult> GetPageAsync(
        HttpContext context, TimeProvider time, CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var isHtml = OgcFormat.IsHtml(query, context.Request);
        var reader = new FeatureQueryReader(query, collection);
        var wanted = reader.Read(VietnamTime.Today(time));
        if (reader.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        var page = await collection.GetPageAsync(wanted, cancellationToken);
        var links = new OgcLinks(context.Request);
        var json = FeatureWriter.Write(
            collection, page, wanted.System, time.GetUtcNow(), PageLinks(links, page, isHtml));
        return Send(context, json, wanted.System, isHtml);
    }

    private IEnumerable<JsonObject> PageLinks(OgcLinks links, FeaturePage page, bool isHtml)
    {
        foreach (var link in links.SelfAndAlternate(isHtml, OgcMediaTypes.GeoJson))
        {
            yield return link;
        }

        yield return links.To("collection", $"/collections/{collection.Id}", collection.Title);
        if (page.Next is { } last)
        {
            yield return OgcLinks.Link(
                "next",
                links.WithParameter("cursor", FeatureQueryReader.Cursor(last)),
                isHtml ? OgcFormat.HtmlMediaType : OgcMediaTypes.GeoJson,
                "The next page");
        }
    }
}
