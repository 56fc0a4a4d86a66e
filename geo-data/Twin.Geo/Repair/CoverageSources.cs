using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace Twin.Geo.Repair;

/// <summary>
/// The shapes that claim ground: of lowest units those given, or else kept; of units above them those given, where some
/// lowest unit below has none of its own. For one thread.
/// </summary>
internal sealed class CoverageSources
{
    private readonly STRtree<Claim> _index = new();
    private readonly List<Claim> _claims = [];

    public CoverageSources(CoverageTree tree)
    {
        var governors = new HashSet<string>(StringComparer.Ordinal);
        foreach (var leaf in tree.Units.Where(unit => tree.IsLeaf(unit.Code)))
        {
            var governor = tree.GovernorOf(leaf);
            Add(new Claim(leaf, leaf.Given is not null, governor, leaf.Given ?? leaf.Kept));
            if (governor is not null && governors.Add(governor.Code))
            {
                Add(new Claim(governor, false, null, governor.Given) { IsGovernor = true });
            }
        }
    }

    /// <summary>Whether nothing claims anything.</summary>
    public bool IsEmpty => _claims.Count == 0;

    /// <summary>All shapes.</summary>
    public IEnumerable<Geometry> Shapes => _claims.Select(claim => claim.Shape);

    /// <summary>The shapes of lowest units.</summary>
    public IEnumerable<Geometry> Leaves => _claims.Where(claim => !claim.IsGovernor).Select(claim => claim.Shape);

    /// <summary>The box around all.</summary>
    public Envelope Box { get; } = new();

    /// <summary>Who claims a position, the smallest first.</summary>
    public IEnumerable<Claim> At(Coordinate position) => _index.Query(new Envelope(position))
        .Where(claim => claim.Locator.Locate(position) == Location.Interior).OrderBy(claim => claim.Area);

    private void Add(Claim claim)
    {
        if (claim.Shape is { IsEmpty: false })
        {
            _claims.Add(claim);
            _index.Insert(claim.Shape.EnvelopeInternal, claim);
            Box.ExpandToInclude(claim.Shape.EnvelopeInternal);
        }
    }

    /// <summary>A shape that claims ground for a unit.</summary>
    public sealed class Claim(CoverageUnit unit, bool isGiven, CoverageUnit? governor, Geometry? shape)
    {
        public CoverageUnit Unit => unit;

        /// <summary>Whether it is the new shape of a lowest unit.</summary>
        public bool IsGiven => isGiven;

        /// <summary>Whether it is that of a unit above, which holds those below it together.</summary>
        public bool IsGovernor { get; init; }

        /// <summary>The unit above whose new shape binds this one, which has none.</summary>
        public CoverageUnit? Governor => governor;

        public Geometry Shape { get; } = shape ?? GeometryFactory.Default.CreatePolygon();

        public double Area { get; } = shape?.Area ?? 0;

        public IndexedPointInAreaLocator Locator => field ??= new IndexedPointInAreaLocator(Shape);
    }
}
