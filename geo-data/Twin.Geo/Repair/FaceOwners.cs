using System.Collections.Immutable;
using NetTopologySuite.Geometries;

namespace Twin.Geo.Repair;

/// <summary>Gives each face of an arrangement to a lowest unit, or to none. For one thread.</summary>
internal sealed class FaceOwners(
    CoverageTree tree, CoverageSources sources, CoveragePlane plane, CoverageNotes notes)
{
    private readonly Dictionary<int, HashSet<string>> _open = [];

    /// <summary>The owners of the faces, by place; <c>null</c> for ground that is nobody's.</summary>
    public string?[] Assign(ImmutableArray<Geometry> faces)
    {
        var owners = new string?[faces.Length];
        for (var face = 0; face < faces.Length; face++)
        {
            owners[face] = Claimed(faces[face], face);
        }

        GiveToNeighbors(faces, owners);
        return owners;
    }

    /// <summary>Who claims a face; where nobody does, whoever may have it is put down.</summary>
    private string? Claimed(Geometry face, int place)
    {
        CoverageSources.Claim[] claims = [.. sources.At(face.InteriorPoint.Coordinate)];
        if (claims.FirstOrDefault(claim => claim.IsGiven) is { } given)
        {
            Note(face, [given, .. claims.Where(claim => claim != given && !claim.IsGovernor)]);
            return given.Unit.Code;
        }

        if (claims.FirstOrDefault(claim => claim.IsGovernor) is { } governor)
        {
            var upper = governor.Unit.Code;
            CoverageSources.Claim[] governed =
                [.. claims.Where(claim => string.Equals(claim.Governor?.Code, upper, StringComparison.Ordinal))];
            Note(face, governed);
            if (governed is [var first, ..])
            {
                return first.Unit.Code;
            }

            _open[place] = GovernedBy(governor.Unit);
            return null;
        }

        CoverageSources.Claim[] free = [.. claims.Where(claim => claim.Governor is null)];
        Note(face, free);
        if (free is [var owner, ..])
        {
            return owner.Unit.Code;
        }

        _open[place] = [];
        return null;
    }

    private HashSet<string> GovernedBy(CoverageUnit governor) =>
    [
        .. tree.Units.Where(unit => tree.IsLeaf(unit.Code)
            && string.Equals(tree.GovernorOf(unit)?.Code, governor.Code, StringComparison.Ordinal))
            .Select(unit => unit.Code),
    ];

    private void Note(Geometry face, CoverageSources.Claim[] claims)
    {
        if (claims.Length > 1)
        {
            notes.Add(
                plane.IsNarrow(face) ? RepairKind.Sliver : RepairKind.Overlap,
                face.InteriorPoint.Coordinate,
                plane.AreaOf(face),
                claims.Select(claim => claim.Unit.Code));
        }
    }

    /// <summary>
    /// Gives faces that nobody claims to the neighbor with the longest border, those with neighbors first, so that what
    /// lies between them only follows.
    /// </summary>
    private void GiveToNeighbors(ImmutableArray<Geometry> faces, string?[] owners)
    {
        var wide = _open.Where(pair => pair.Value.Count == 0 && !plane.IsNarrow(faces[pair.Key]))
            .Select(pair => pair.Key).ToHashSet();
        bool isChanged;
        do
        {
            isChanged = false;
            var borders = Borders(faces, owners);
            foreach (var (face, candidates) in _open.OrderBy(pair => pair.Key).ToArray())
            {
                var neighbors = borders.GetValueOrDefault(face);
                if (neighbors is null || wide.Contains(face))
                {
                    continue;
                }

                var longest = neighbors
                    .Where(pair => candidates.Count == 0 || candidates.Contains(pair.Key))
                    .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
                    .Select(pair => pair.Key).FirstOrDefault();
                if (longest is not null)
                {
                    owners[face] = longest;
                    _open.Remove(face);
                    isChanged = true;
                    notes.Add(
                        candidates.Count == 0 ? RepairKind.Sliver : RepairKind.Nesting,
                        faces[face].InteriorPoint.Coordinate,
                        plane.AreaOf(faces[face]),
                        candidates.Count == 0 ? neighbors.Keys : [longest]);
                }
            }
        }
        while (isChanged && _open.Count > 0);

        NoteGaps(faces, owners, wide);
    }

    private void NoteGaps(ImmutableArray<Geometry> faces, string?[] owners, HashSet<int> wide)
    {
        var borders = Borders(faces, owners);
        foreach (var face in wide.Order())
        {
            // With one neighbor it is a hole in that, such as a lake; with several, ground between them.
            if (borders.GetValueOrDefault(face) is { Count: > 1 } neighbors)
            {
                notes.Add(
                    RepairKind.Gap, faces[face].InteriorPoint.Coordinate, plane.AreaOf(faces[face]), neighbors.Keys);
            }
        }
    }

    /// <summary>For each open face, how long its border with each owner is.</summary>
    private Dictionary<int, Dictionary<string, double>> Borders(ImmutableArray<Geometry> faces, string?[] owners)
    {
        var sides = new Dictionary<(double, double, double, double), int>();
        foreach (var face in _open.Keys)
        {
            foreach (var (from, to) in Sides(faces[face]))
            {
                sides[KeyOf(from, to)] = face;
            }
        }

        var borders = new Dictionary<int, Dictionary<string, double>>();
        for (var face = 0; face < faces.Length && sides.Count > 0; face++)
        {
            if (owners[face] is not { } owner)
            {
                continue;
            }

            foreach (var (from, to) in Sides(faces[face]))
            {
                if (sides.TryGetValue(KeyOf(from, to), out var open))
                {
                    var lengths = borders.TryGetValue(open, out var known)
                        ? known
                        : borders[open] = new Dictionary<string, double>(StringComparer.Ordinal);
                    lengths[owner] = lengths.GetValueOrDefault(owner) + plane.LengthOf(from, to);
                }
            }
        }

        return borders;
    }

    private static (double, double, double, double) KeyOf(Coordinate from, Coordinate to) =>
        from.CompareTo(to) <= 0 ? (from.X, from.Y, to.X, to.Y) : (to.X, to.Y, from.X, from.Y);

    private static IEnumerable<(Coordinate From, Coordinate To)> Sides(Geometry face)
    {
        var polygon = (Polygon)face; // Faces are made by a polygonizer.
        foreach (var ring in polygon.InteriorRings.Prepend(polygon.ExteriorRing))
        {
            for (var i = 1; i < ring.NumPoints; i++)
            {
                yield return (ring.GetCoordinateN(i - 1), ring.GetCoordinateN(i));
            }
        }
    }
}
