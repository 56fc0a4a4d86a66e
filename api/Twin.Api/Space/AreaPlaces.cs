using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;
using Twin.Api.Ogc;
using Twin.Api.Places;
using Twin.Model.Places;

namespace Twin.Api.Space;

/// <summary>
/// Counts what stands in an area, layer by layer: what meets the area or its edge, as S_INTERSECTS of a filter has it.
/// Safe for any number of threads.
/// </summary>
internal sealed class AreaPlaces(PlaceViews views)
{
    /// <summary>The places of each layer in an area, as they are on a day.</summary>
    public async Task<IReadOnlyList<AreaPlacesAnswer>> CountAsync(
        Geometry area, DateOnly day, CancellationToken cancellationToken)
    {
        var prepared = PreparedGeometryFactory.Prepare(area);
        var answers = new List<AreaPlacesAnswer>(PlaceSchemas.All.Length);
        foreach (var schema in PlaceSchemas.All)
        {
            var view = await views.GetAsync(schema.Layer, new DayInterval(day, day), cancellationToken);
            PlaceItem[] inside =
            [
                .. view.Items.Where(item => item.Feature.Geometry is { } geometry && prepared.Intersects(geometry)),
            ];
            answers.Add(new AreaPlacesAnswer
            {
                Layer = schema.Id,
                Places = inside.Length,
                LengthKilometers = schema.Layer is PlaceLayer.Routes ? Kilometers(inside, area, prepared) : null,
                Kinds =
                [
                    .. inside.GroupBy(item => item.Place.Kind, StringComparer.Ordinal)
                        .OrderBy(group => group.Key, StringComparer.Ordinal)
                        .Select(group => new AreaPlaceKindAnswer(group.Key, group.Count())),
                ],
            });
        }

        return answers;
    }

    /// <summary>How much of lines lies in the area, whatever length they are said to have as a whole.</summary>
    private static double Kilometers(PlaceItem[] inside, Geometry area, IPreparedGeometry prepared) => Math.Round(
        inside.Select(item => item.Feature.Geometry)
            .OfType<Geometry>()
            .SelectMany(line => LineStringExtracter.GetLines(prepared.Covers(line)
                ? line
                : OverlayNGRobust.Overlay(area, line, SpatialFunction.Intersection)))
            .Sum(line => PlaceGeometries.Kilometers(line) ?? 0),
        3);
}
