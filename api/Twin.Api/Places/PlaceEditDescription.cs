using System.Text.Json.Nodes;
using Twin.Api.Ogc;
using Twin.Api.Requests;

namespace Twin.Api.Places;

/// <summary>Describes in OpenAPI 3.0 how places are changed (OGC API Features, part 4). Stateless.</summary>
internal static class PlaceEditDescription
{
    private const string MergePatch = "application/merge-patch+json";

    private static readonly QueryParameter[] Terms = [PlaceEditEndpoints.By, PlaceEditEndpoints.Reason];

    /// <summary>Adds the operations to those that read: of the items, and of one feature.</summary>
    /// <param name="items">The path of the items.</param>
    /// <param name="item">The path of one feature.</param>
    /// <param name="endOfIds">The end of the ids of operations.</param>
    public static void AddTo(JsonObject items, JsonObject item, string endOfIds)
    {
        var post = Operation("createItem" + endOfIds, "Make a feature", Terms);
        post["requestBody"] = Body(OgcMediaTypes.GeoJson);
        Answer(post, "201", "It is made; Location says where", withFeature: true);
        Answer(post, "409", "There is one with that id");
        items["post"] = post;

        var put = OfOne("replaceItem" + endOfIds, "Replace a feature from a day on", Terms);
        put["requestBody"] = Body(OgcMediaTypes.GeoJson);
        Answer(put, "200", "It is replaced", withFeature: true);
        item["put"] = put;

        var patch = OfOne("updateItem" + endOfIds, "Change some properties of a feature from a day on", Terms);
        patch["requestBody"] = Body(MergePatch);
        Answer(patch, "200", "It is changed", withFeature: true);
        item["patch"] = patch;

        var delete = OfOne(
            "deleteItem" + endOfIds, "End a feature; its days before stay", [.. Terms, PlaceEditEndpoints.EndDay]);
        delete["responses"]!.AsObject()["204"] = new JsonObject { ["description"] = "It is ended." };
        item["delete"] = delete;
    }

    private static JsonObject Operation(string id, string summary, QueryParameter[] parameters) => new()
    {
        ["operationId"] = id,
        ["tags"] = new JsonArray("Features"),
        ["summary"] = summary,
        ["description"] = $"{summary}. Who and why are kept on the place's trail.",
        ["parameters"] = new JsonArray([.. parameters.Select(OgcDescription.InQuery)]),
        ["responses"] = new JsonObject
        {
            ["400"] = OgcDescription.Refused("A parameter or the body cannot be read."),
            ["415"] = OgcDescription.Refused("The media type is not supported."),
            ["422"] = OgcDescription.Refused("The place cannot be so."),
            ["default"] = OgcDescription.Refused("Any other error."),
        },
    };

    private static JsonObject OfOne(string id, string summary, QueryParameter[] parameters)
    {
        var operation = Operation(id, summary, parameters);
        operation["parameters"]!.AsArray().Add(OgcDescription.InPath("featureId"));
        operation["parameters"]!.AsArray().Add(new JsonObject
        {
            ["name"] = "If-Match",
            ["in"] = "header",
            ["required"] = true,
            ["description"] = "The ETag of the feature as its client has seen it.",
            ["schema"] = OgcDescription.Schema("string", null),
        });
        Answer(operation, "404", "There is no such feature");
        Answer(operation, "412", "It has changed since that ETag");
        Answer(operation, "428", "If-Match is missing");
        return operation;
    }

    private static JsonObject Body(string mediaType) => new()
    {
        ["required"] = true,
        ["description"] = "A GeoJSON feature, in CRS84 or the system that the header Content-Crs names.",
        ["content"] = new JsonObject
        {
            [mediaType] = new JsonObject { ["schema"] = OgcDescription.Schema("object", null) },
        },
    };

    private static void Answer(JsonObject operation, string status, string description, bool withFeature = false) =>
        operation["responses"]!.AsObject()[status] = withFeature
            ? new JsonObject
            {
                ["description"] = $"{description}.",
                ["content"] = new JsonObject
                {
                    [OgcMediaTypes.GeoJson] = new JsonObject { ["schema"] = OgcDescription.Schema("object", null) },
                },
            }
            : OgcDescription.Refused($"{description}.");
}
