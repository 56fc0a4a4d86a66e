namespace Twin.Geo.Schematic;

/// <summary>
/// The power diagram of a set of sites in a ring: site i owns the points p with the least |p − sᵢ|² − wᵢ. Its weights
/// are found such that each cell takes a prescribed area, by the damped Newton method of Kitagawa, Mérigot and Thibert
/// ("Convergence of a Newton algorithm for semi-discrete optimal transport", JEMS 2019): the derivative of area i by
/// weight j is minus the length of their contact over twice the distance of their sites. Cuts depend on nothing but
/// the input, in one order, so the result is the same bits everywhere. Immutable.
/// </summary>
internal sealed class PowerDiagram
{
    /// <summary>Newton steps at most; some ten are enough for two hundred sites.</summary>
    public const int MaxSteps = 60;

    /// <summary>How often a step may be halved before the search ends.</summary>
    public const int MaxHalvings = 30;

    /// <summary>A cell's area is right when it is off by less than this, in km²: a hundred square meters.</summary>
    public const double AreaToleranceSquareKilometers = 1e-4;

    private readonly IReadOnlyList<PlanarPoint> _ring;
    private readonly IReadOnlyList<PlanarPoint> _sites;
    private readonly int[][] _others;
    private double[] _weights;

    private PowerDiagram(IReadOnlyList<PlanarPoint> ring, IReadOnlyList<PlanarPoint> sites)
    {
        _ring = ring;
        _sites = sites;
        _weights = new double[sites.Count];
        _others =
        [
            .. Enumerable.Range(0, sites.Count).Select(i => Enumerable.Range(0, sites.Count).Where(j => j != i)
                .OrderBy(j => sites[i].SquaredDistanceTo(sites[j])).ThenBy(j => j).ToArray()),
        ];
    }

    /// <summary>The weights found, in km², in the order of the sites.</summary>
    public IReadOnlyList<double> Weights => _weights;

    /// <summary>
    /// Solves for the areas; they are scaled so that together they fill the ring. Sites must differ and lie in the
    /// ring. Where the search gets stuck it keeps the best weights found.
    /// </summary>
    public static PowerDiagram Solve(
        IReadOnlyList<PlanarPoint> ring, IReadOnlyList<PlanarPoint> sites, IReadOnlyList<double> areas)
    {
        var diagram = new PowerDiagram(ring, sites);
        var scale = new CellPolygon(ring).Area / areas.Sum();
        double[] targets = [.. areas.Select(a => a * scale)];
        var (current, contacts) = diagram.Measure(diagram._weights);
        var floor = Math.Min(current.Min(), targets.Min()) / 2;
        for (var step = 0; step < MaxSteps && Residual(current, targets) > AreaToleranceSquareKilometers; step++)
        {
            var direction = diagram.NewtonDirection(current, contacts, targets);
            if (diagram.TryStep(direction, targets, floor, Residual(current, targets)) is not { } next)
            {
                break;
            }

            (diagram._weights, current, contacts) = next;
        }

        return diagram;
    }

    /// <summary>The cell of a site, cut out of another ring with the weights found.</summary>
    public CellPolygon Cell(int site, IReadOnlyList<PlanarPoint> ring) => Cut(site, ring, _weights);

    /// <summary>The site that owns a point.</summary>
    public int OwnerOf(PlanarPoint point)
    {
        var owner = 0;
        var least = double.PositiveInfinity;
        for (var i = 0; i < _sites.Count; i++)
        {
            var power = point.SquaredDistanceTo(_sites[i]) - _weights[i];
            if (power < least)
            {
                (owner, least) = (i, power);
            }
        }

        return owner;
    }

    private static double Residual(double[] areas, double[] targets)
    {
        var worst = 0.0;
        for (var i = 0; i < areas.Length; i++)
        {
            worst = Math.Max(worst, Math.Abs(areas[i] - targets[i]));
        }

        return worst;
    }

    private (double[] Areas, double[,] Contacts) Measure(double[] weights)
    {
        var count = _sites.Count;
        var areas = new double[count];
        var contacts = new double[count, count];
        var row = new double[count];
        for (var i = 0; i < count; i++)
        {
            var cell = Cut(i, _ring, weights);
            areas[i] = cell.Vertices.Count == 0 ? 0 : cell.Area;
            Array.Clear(row);
            cell.AddContacts(_sites[i], _sites, row);
            for (var j = 0; j < count; j++)
            {
                contacts[i, j] = row[j];
            }
        }

        return (areas, contacts);
    }

    private CellPolygon Cut(int site, IReadOnlyList<PlanarPoint> ring, double[] weights)
    {
        var cell = new CellPolygon(ring);
        var s = _sites[site];
        foreach (var other in _others[site])
        {
            var o = _sites[other];
            var squaredDistance = s.SquaredDistanceTo(o);
            var reachOfCut = squaredDistance + weights[site] - weights[other];
            // The cut is reachOfCut / (2 · distance) away from the site; beyond the farthest vertex it cuts nothing.
            if (reachOfCut > 0 && reachOfCut * reachOfCut >= 4 * squaredDistance * cell.SquaredReachFrom(s))
            {
                continue;
            }

            var (normalX, normalY) = (o.X - s.X, o.Y - s.Y);
            cell.Clip(normalX, normalY, (s.X * normalX) + (s.Y * normalY) + (reachOfCut / 2), other);
        }

        return cell;
    }

    private double[] NewtonDirection(double[] areas, double[,] contacts, double[] targets)
    {
        // The matrix is a graph Laplacian: weights count only up to a constant, so the last one is held at zero.
        var size = _sites.Count - 1;
        var matrix = new double[size, size];
        var right = new double[size];
        for (var i = 0; i < size; i++)
        {
            right[i] = targets[i] - areas[i];
            for (var j = 0; j < _sites.Count; j++)
            {
                if (j == i)
                {
                    continue;
                }

                // Both cells measured the contact; the mean keeps the matrix symmetric to the last bit.
                var length = (contacts[i, j] + contacts[j, i]) / 2;
                var slope = length / (2 * Math.Sqrt(_sites[i].SquaredDistanceTo(_sites[j])));
                matrix[i, i] += slope;
                if (j < size)
                {
                    matrix[i, j] -= slope;
                }
            }
        }

        return [.. DenseCholesky.Solve(matrix, right), 0];
    }

    private (double[] Weights, double[] Areas, double[,] Contacts)? TryStep(
        double[] direction, double[] targets, double floor, double residual)
    {
        var fraction = 1.0;
        for (var halving = 0; halving <= MaxHalvings; halving++, fraction /= 2)
        {
            double[] weights = [.. _weights.Select((w, i) => w + (fraction * direction[i]))];
            var (areas, contacts) = Measure(weights);
            if (areas.Min() >= floor && Residual(areas, targets) <= (1 - (fraction / 2)) * residual)
            {
                return (weights, areas, contacts);
            }
        }

        return null;
    }
}
