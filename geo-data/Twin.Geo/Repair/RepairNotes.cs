using System.Collections.Immutable;
using NetTopologySuite.Geometries;
using Twin.Model.Space;

namespace Twin.Geo.Repair;

/// <summary>Gathers what is wrong, a note for each kind. For one thread.</summary>
internal sealed class RepairNotes
{
    private readonly SortedDictionary<RepairKind, RepairNote> _notes = [];

    /// <summary>Adds one thing.</summary>
    public void Add(RepairKind kind, Coordinate? at, double areaSquareMeters) => Add(new RepairNote(
        kind, 1, at is null ? null : new GeoPosition(at.X, at.Y), Math.Max(areaSquareMeters, 0)));

    /// <summary>Adds what others found.</summary>
    public void AddRange(IEnumerable<RepairNote> notes)
    {
        foreach (var note in notes)
        {
            Add(note);
        }
    }

    /// <summary>What was gathered, by kind.</summary>
    public ImmutableArray<RepairNote> ToImmutable() => [.. _notes.Values];

    private void Add(RepairNote note) => _notes[note.Kind] = _notes.TryGetValue(note.Kind, out var known)
        ? known with
        {
            Count = known.Count + note.Count,
            At = known.At ?? note.At,
            AreaSquareMeters = known.AreaSquareMeters + note.AreaSquareMeters,
        }
        : note;
}
