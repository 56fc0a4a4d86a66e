using System.Diagnostics.CodeAnalysis;
using NetTopologySuite.Geometries;
using Twin.Api.Lists;
using Twin.Api.Problems;
using Twin.Model;
using Twin.Model.Space;

namespace Twin.Api.Space.Moving;

/// <summary>Makes areas of geometries. Stateless.</summary>
internal static class SearchShape
{
    private const string Along = "along";

    /// <summary>The area of a polygon or several; of boxes along the axes nothing is reckoned.</summary>
    public static SearchArea AreaOf(Geometry shape)
    {
        Geometry[] parts = [.. Enumerable.Range(0, shape.NumGeometries).Select(shape.GetGeometryN)];
        return Array.TrueForAll(parts, part => part.IsRectangle || part.Dimension != Dimension.Surface)
            ? new BoxArea([.. parts.Select(BoxOf)])
            : new ShapeArea(shape);
    }

    /// <summary>Reads where a request looks, by its geometry.</summary>
    public static bool TryRead(
        VesselSearchRequest body,
        VesselSearch start,
        [NotNullWhen(true)] out VesselSearch? search,
        out Refusal? refusal)
    {
        search = null;
        if (Check(body) is { } wrong)
        {
            refusal = wrong;
            return false;
        }

        if (body.Geometry is null)
        {
            search = start;
            refusal = null;
            return true;
        }

        if (!AreaReader.TryReadGeometry(body.Geometry, body.Crs, out var geometry, out refusal))
        {
            return false;
        }

        if (geometry is not LineString && body.Order is Along)
        {
            refusal = Refuse("The order 'along' is that of a line.", "Give a LineString with radiusMeters.");
            return false;
        }

        search = geometry is Point point
            ? OfPoint(body, point, start, out refusal)
            : OfShape(body, geometry, start, out refusal);
        return search is not null;
    }

    private static VesselSearch? OfPoint(
        VesselSearchRequest body, Point point, VesselSearch start, out Refusal? refusal)
    {
        var center = new GeoPosition(point.X, point.Y);
        var search = start with { Center = center, Nearest = body.Nearest };
        refusal = null;
        if (body is { RadiusMeters: null, Nearest: not null })
        {
            return search;
        }

        // A circle is looked at exactly and not as a buffer; what can be no buffer can be no circle.
        return AreaReader.TryMakeArea(point, body.RadiusMeters, out _, out refusal) && body.RadiusMeters is { } radius
            ? search with { Area = new CircleArea(center, radius) }
            : null;
    }

    private static VesselSearch? OfShape(
        VesselSearchRequest body, Geometry geometry, VesselSearch start, out Refusal? refusal)
    {
        if (body.Nearest is not null)
        {
            refusal = Refuse("'nearest' counts from a point.", "Give a GeoJSON Point as the geometry.");
            return null;
        }

        if (!AreaReader.TryMakeArea(geometry, body.RadiusMeters, out var area, out refusal))
        {
            return null;
        }

        var search = start with { Area = new ShapeArea(area) };
        return body.Order is Along && geometry is LineString line
            ? search with { Ruler = new LineRuler(line), IsAlong = true }
            : search;
    }

    private static Refusal? Check(VesselSearchRequest body)
    {
        if (body.Order is not (null or "id" or Along))
        {
            return Refuse($"The order '{Refusals.Shown(body.Order)}' is not known.", "Use id or along.");
        }

        if (body.Nearest is < 1 or > Page.MaxLimit)
        {
            return Refuse("'nearest' is out of bounds.", $"Use a whole number from 1 to {Page.MaxLimit}.");
        }

        return body.Geometry is null && (body.RadiusMeters ?? body.Nearest) is not null
            ? Refuse("There is no geometry.", "radiusMeters and nearest go with a geometry.")
            : null;
    }

    private static GeoBox BoxOf(Geometry part)
    {
        var box = part.EnvelopeInternal;
        return new GeoBox(box.MinX, box.MinY, box.MaxX, box.MaxY);
    }

    private static Refusal Refuse(string detail, string hint) => new(ProblemCodes.InvalidRequest, detail, hint);
}
