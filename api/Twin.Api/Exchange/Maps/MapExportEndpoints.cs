using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Twin.Api.Json;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Api.Space;
using Twin.Geo.Coordinates;
using Twin.Geo.Formats;
using Twin.Model;
using Twin.Model.Places;
using Twin.Model.Units;

namespace Twin.Api.Exchange.Maps;

/// <summary>Gives slices of the map out as files of the forms that other programs read.</summary>
internal static class MapExportEndpoints
{
    private const int MaxCrsLength = 200;

    /// <summary>Maps the endpoints.</summary>
    public static void MapMapExports(this IEndpointRouteBuilder endpoints)
    {
        string[] others = [.. Enum.GetValues<MapFormat>().Skip(1).Select(MapFileWriter.MediaTypeOf)];
        var group = endpoints.MapGroup("/exports").WithTags("Exchange");
        group.MapGet("/boundaries", GetBoundariesAsync)
            .WithName("getBoundaryExport")
            .WithSummary("Units with their boundaries as a map file")
            .WithQuery(
                MapParameters.Format, MapParameters.Crs, QueryParameters.Date, QueryParameters.Level,
                QueryParameters.Unit)
            .Produces(StatusCodes.Status200OK, null, MapFileWriter.MediaTypeOf(MapFormat.GeoJson), others);
        group.MapGet("/{layer}", GetPlacesAsync)
            .WithName("getPlaceExport")
            .WithSummary("Sites, facilities, zones or routes as a map file, which an import reads back")
            .WithQuery(MapParameters.Format, MapParameters.Crs, QueryParameters.Date)
            .Produces(StatusCodes.Status200OK, null, MapFileWriter.MediaTypeOf(MapFormat.GeoJson), others);
    }

    /// <summary>The form and the reference system that a request asks for.</summary>
    public static (MapFormat Format, CoordinateReferenceSystem Crs, Refusal? Refusal) Wish(QueryReader query)
    {
        var format = query.Choice(MapParameters.Format) switch
        {
            "geojsonseq" => MapFormat.GeoJsonSequence,
            "csv" => MapFormat.Csv,
            "geopackage" => MapFormat.GeoPackage,
            "shapefile" => MapFormat.Shapefile,
            _ => MapFormat.GeoJson,
        };
        var text = query.Text("crs", MaxCrsLength);
        CoordinateReferenceSystem? crs = CoordinateReferenceSystems.Crs84;
        var refusal = query.Refusal
            ?? (text is null || CrsText.TryParse(text, out crs)
                ? null
                : Refusals.InvalidParameter("crs", text, CrsText.Hint));
        return (format, crs ?? CoordinateReferenceSystems.Crs84, refusal);
    }

    /// <summary>The file with some features.</summary>
    public static IResult File(
        MapFormat format, CoordinateReferenceSystem crs, string name, IReadOnlyList<GeoJsonFeature> features)
    {
        var file = TemporaryFile.Create();
        try
        {
            MapFileWriter.Write(format, features, name, crs, file);
        }
        catch (MapFileException exception)
        {
            file.Dispose();
            return MapProblems.Of(exception.Refusal).ToResult();
        }

        file.Position = 0;
        return TypedResults.File(
            file, MapFileWriter.MediaTypeOf(format), name + MapFileWriter.ExtensionOf(format));
    }

    private static async Task<IResult> GetBoundariesAsync(
        HttpContext context,
        UnitLayers layers,
        CityDefinition city,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var day = query.Date() ?? VietnamTime.Today(time);
        var level = query.Level();
        var top = query.Unit("unit", city.Tree);
        var (format, crs, refusal) = Wish(query);
        if (refusal is not null)
        {
            return refusal.ToResult();
        }

        var layer = await layers.OnAsync(day, cancellationToken);
        var wanted = top is { } root
            ? city.Tree.On(day).SelfAndBelow(root).Select(unit => unit.Code).ToHashSet()
            : null;
        return File(
            format,
            crs,
            "boundaries",
            [
                .. layer.Features
                    .Where(feature => (level is null || feature.Unit.Level == level)
                        && wanted?.Contains(feature.Unit.Code) is not false)
                    .OrderBy(feature => feature.Unit.Level).ThenBy(feature => feature.Unit.Code)
                    .Select(ToFeature),
            ]);
    }

    private static async Task<IResult> GetPlacesAsync(
        string layer, HttpContext context, IPlaceStore store, TimeProvider time, CancellationToken cancellationToken)
    {
        if (PlaceSchemas.Find(layer) is not { } schema)
        {
            return Refusals.NotFound(
                "layer", layer, "Use boundaries, sites, facilities, zones or routes.").ToResult();
        }

        var query = new QueryReader(context);
        var day = query.Date() ?? VietnamTime.Today(time);
        var (format, crs, refusal) = Wish(query);
        if (refusal is not null)
        {
            return refusal.ToResult();
        }

        var places = await store.GetAsync(schema.Layer, cancellationToken);
        return File(format, crs, schema.Id, [.. places.On(day).Select(place => PlaceExport.ToFeature(place, schema))]);
    }

    private static GeoJsonFeature ToFeature(UnitFeature feature)
    {
        var unit = feature.Unit;
        ImmutableArray<KeyValuePair<string, JsonElement>> properties =
        [
            Member("code", unit.Code.Value),
            Member("level", EnumWords<AdministrativeLevel>.Of(unit.Level)),
            Member("nameVi", unit.NameVi),
            Member("nameEn", unit.NameEn),
            Member("upperUnit", unit.UpperUnit?.Value),
            Member("validFrom", unit.ValidFrom),
            Member("validTo", unit.ValidTo),
            Member("areaKm2", unit.AreaSquareKilometers),
            Member("population", unit.Population),
            Member("schematic", feature.IsSchematic),
        ];
        return new GeoJsonFeature(unit.Code.Value, feature.Shape, properties);
    }

    private static KeyValuePair<string, JsonElement> Member<T>(string name, T value) =>
        new(name, JsonSerializer.SerializeToElement(value));
}
