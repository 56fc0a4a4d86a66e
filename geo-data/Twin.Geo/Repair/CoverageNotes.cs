using System.Collections.Immutable;
using System.Globalization;
using NetTopologySuite.Geometries;
using Twin.Model.Space;

namespace Twin.Geo.Repair;

/// <summary>Gathers what is wrong between units: a note for each kind and group of units. For one thread.</summary>
internal sealed class CoverageNotes
{
    private readonly SortedDictionary<string, CoverageNote> _notes = new(StringComparer.Ordinal);

    /// <summary>Adds one thing.</summary>
    public void Add(RepairKind kind, Coordinate? at, double areaSquareMeters, params IEnumerable<string> units)
    {
        ImmutableArray<string> concerned = [.. units.Order(StringComparer.Ordinal)];
        var key = string.Create(CultureInfo.InvariantCulture, $"{(int)kind:00} {string.Join(' ', concerned)}");
        _notes[key] = _notes.TryGetValue(key, out var known)
            ? known with
            {
                Note = known.Note with
                {
                    Count = known.Note.Count + 1,
                    AreaSquareMeters = known.Note.AreaSquareMeters + areaSquareMeters,
                },
            }
            : new CoverageNote(
                new RepairNote(kind, 1, at is null ? null : new GeoPosition(at.X, at.Y), areaSquareMeters), concerned);
    }

    /// <summary>What was gathered, by kind and units.</summary>
    public ImmutableArray<CoverageNote> ToImmutable() => [.. _notes.Values];
}
