using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using NetTopologySuite.Operation.OverlayNG;
using Twin.Geo.Datasets;
using Twin.Model.Boundaries;
using Twin.Model.Units;

namespace Twin.Api.Features;

/// <summary>
/// The shapes of units that no map of the dataset has, because the city has changed since: a merged unit is the union
/// of its parts; a divided one is cut across its longer side by the shares of its area, which is schematic and no
/// border that anybody has drawn; a unit of another tier is the union of what is below it. For one thread.
/// </summary>
internal sealed class LiveBoundaries
{
    // Halvings of the cut's place: the area is right to a millionth.
    private const int Halvings = 20;

    private readonly Dictionary<AdministrativeUnitCode, Geometry> _mapped = [];
    private readonly Dictionary<AdministrativeUnitCode, Geometry> _made = [];
    private readonly BoundaryFlow _flow;

    /// <summary>Takes the map of a day before and the flow from its units to those that are wanted.</summary>
    public LiveBoundaries(BoundarySet map, BoundaryFlow flow)
    {
        var reader = new WKBReader();
        _flow = flow;
        foreach (var shape in map.Units)
        {
            _mapped[shape.Code] = reader.Read([.. shape.Wkb]);
        }
    }

    /// <summary>Whether a unit is on the map as it stands.</summary>
    public static bool IsOnMap(AdministrativeUnit unit, BoundarySet map) => unit.ValidFrom <= map.ValidFrom;

    /// <summary>The shape of a unit of the flow's target; <c>null</c> where nothing is known of it.</summary>
    public Geometry? ShapeOf(AdministrativeUnit unit)
    {
        if (!_made.TryGetValue(unit.Code, out var shape))
        {
            var parts = PartsOf(unit).ToArray();
            if (parts.Length == 0)
            {
                return null;
            }

            _made[unit.Code] = shape = parts is [var only] ? only : OverlayNGRobust.Union(parts);
        }

        return shape;
    }

    private IEnumerable<Geometry> PartsOf(AdministrativeUnit unit)
    {
        var children = _flow.Target.ChildrenOf(unit.Code);
        if (!children.IsEmpty)
        {
            return children.Select(ShapeOf).OfType<Geometry>();
        }

        return _flow.Into(unit.Code)
            .Where(share => _flow.Source.Find(share.Unit)?.Level == unit.Level && _mapped.ContainsKey(share.Unit))
            .Select(share => share.IsWhole ? _mapped[share.Unit] : Cut(share.Unit, unit.Code));
    }

    /// <summary>
    /// The strip of a divided unit that belongs to another: parts lie side by side in the order of codes.
    /// </summary>
    private Geometry Cut(AdministrativeUnitCode source, AdministrativeUnitCode target)
    {
        var before = 0.0;
        foreach (var share in _flow.Rows[source])
        {
            if (share.Unit == target)
            {
                var whole = _mapped[source];
                return Strip(whole, PlaceOf(whole, before), PlaceOf(whole, before + share.Share));
            }

            before += share.Share;
        }

        return _mapped[source].Factory.CreateEmpty(Dimension.Surface);
    }

    /// <summary>How far along the longer side that share of the area lies, 0 to 1.</summary>
    private static double PlaceOf(Geometry whole, double share)
    {
        if (share <= 0 || share >= 1)
        {
            return share <= 0 ? 0 : 1;
        }

        double low = 0, high = 1;
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Strip(whole, 0, middle).Area < share * whole.Area ? (middle, high) : (low, middle);
        }

        return low;
    }

    private static Geometry Strip(Geometry whole, double from, double to)
    {
        var box = whole.EnvelopeInternal;
        var cut = box.Width >= box.Height
            ? new Envelope(box.MinX + (from * box.Width), box.MinX + (to * box.Width), box.MinY, box.MaxY)
            : new Envelope(box.MinX, box.MaxX, box.MinY + (from * box.Height), box.MinY + (to * box.Height));
        return OverlayNGRobust.Overlay(
            whole, whole.Factory.ToGeometry(cut), NetTopologySuite.Operation.Overlay.SpatialFunction.Intersection);
    }
}
