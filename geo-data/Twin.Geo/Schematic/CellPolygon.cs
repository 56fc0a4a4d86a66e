namespace Twin.Geo.Schematic;

/// <summary>
/// A polygon cut down by half-planes, each of which leaves its label on the edge that it makes (Sutherland and Hodgman,
/// "Reentrant polygon clipping", 1974). Cut out of a ring that is not convex, it may fold back on itself along a cut;
/// area and contact lengths stay right, because both are sums of signed parts. Not safe for several threads.
/// </summary>
internal sealed class CellPolygon
{
    /// <summary>The label of an edge that no cut made: the ring that the cell was cut from.</summary>
    public const int OuterEdge = -1;

    private List<PlanarPoint> _vertices;
    private List<int> _labels;
    private List<PlanarPoint> _spareVertices = [];
    private List<int> _spareLabels = [];

    /// <summary>Starts with a whole ring, counter-clockwise and open.</summary>
    public CellPolygon(IReadOnlyCollection<PlanarPoint> ring)
    {
        _vertices = [.. ring];
        _labels = [.. Enumerable.Repeat(OuterEdge, ring.Count)];
    }

    /// <summary>The vertices, counter-clockwise and open.</summary>
    public IReadOnlyList<PlanarPoint> Vertices => _vertices;

    /// <summary>Area in km².</summary>
    public double Area
    {
        get
        {
            var twice = 0.0;
            for (var k = 0; k < _vertices.Count; k++)
            {
                // Relative to the first vertex: far from the origin the products would eat the digits.
                var p = _vertices[k];
                var q = Next(k);
                var origin = _vertices[0];
                twice += ((p.X - origin.X) * (q.Y - origin.Y)) - ((q.X - origin.X) * (p.Y - origin.Y));
            }

            return twice / 2;
        }
    }

    /// <summary>The largest squared distance from a point to a vertex, in km².</summary>
    public double SquaredReachFrom(PlanarPoint point)
    {
        var reach = 0.0;
        foreach (var vertex in _vertices)
        {
            reach = Math.Max(reach, vertex.SquaredDistanceTo(point));
        }

        return reach;
    }

    /// <summary>Keeps the points with <c>x·normalX + y·normalY &lt;= offset</c>.</summary>
    public void Clip(double normalX, double normalY, double offset, int label)
    {
        _spareVertices.Clear();
        _spareLabels.Clear();
        for (var k = 0; k < _vertices.Count; k++)
        {
            var p = _vertices[k];
            var q = Next(k);
            var atP = (p.X * normalX) + (p.Y * normalY) - offset;
            var atQ = (q.X * normalX) + (q.Y * normalY) - offset;
            if (atP <= 0)
            {
                Add(p, _labels[k]);
            }

            if (atP <= 0 != atQ <= 0)
            {
                var t = atP / (atP - atQ);
                var crossing = new PlanarPoint(p.X + (t * (q.X - p.X)), p.Y + (t * (q.Y - p.Y)));
                Add(crossing, atP <= 0 ? label : _labels[k]);
            }
        }

        (_vertices, _spareVertices) = (_spareVertices, _vertices);
        (_labels, _spareLabels) = (_spareLabels, _labels);
    }

    /// <summary>Adds the length of each labelled edge, in km, to the entry of its label.</summary>
    public void AddContacts(PlanarPoint site, IReadOnlyList<PlanarPoint> sites, Span<double> lengths)
    {
        for (var k = 0; k < _vertices.Count; k++)
        {
            if (_labels[k] == OuterEdge)
            {
                continue;
            }

            var p = _vertices[k];
            var q = Next(k);
            var other = sites[_labels[k]];
            var distance = Math.Sqrt(site.SquaredDistanceTo(other));
            lengths[_labels[k]] +=
                (((q.X - p.X) * (site.Y - other.Y)) + ((q.Y - p.Y) * (other.X - site.X))) / distance;
        }
    }

    private PlanarPoint Next(int k) => _vertices[k + 1 == _vertices.Count ? 0 : k + 1];

    private void Add(PlanarPoint vertex, int label)
    {
        _spareVertices.Add(vertex);
        _spareLabels.Add(label);
    }
}
