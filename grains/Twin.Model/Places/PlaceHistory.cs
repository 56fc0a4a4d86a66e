using System.Collections.Immutable;

namespace Twin.Model.Places;

/// <summary>
/// A place on all days, and who made it so. Immutable; pure. One whose versions are all gone keeps its trail.
/// </summary>
public sealed record PlaceHistory
{
    /// <summary>How many versions a place may have.</summary>
    public const int MaxVersions = 200;

    /// <summary>How many entries of its trail are kept, the latest.</summary>
    public const int MaxChanges = 50;

    /// <summary>The id.</summary>
    public required PlaceId Id { get; init; }

    /// <summary>The number of the last change; it only grows, and no other state of the place has it.</summary>
    public required long Revision { get; init; }

    /// <summary>The versions by their first days; no day has two.</summary>
    public ImmutableArray<Place> Versions { get; init; } = [];

    /// <summary>The trail, oldest first.</summary>
    public ImmutableArray<PlaceChange> Changes { get; init; } = [];

    /// <summary>A place that nobody has entered yet.</summary>
    public static PlaceHistory Of(PlaceId id) => new() { Id = id, Revision = 0 };

    /// <summary>The version of a day; <c>null</c> where there is none.</summary>
    public Place? On(DateOnly day)
    {
        foreach (var version in Versions)
        {
            if (version.Covers(day))
            {
                return version;
            }
        }

        return null;
    }

    /// <summary>The last version that is there on any of the days; <c>null</c> where there is none.</summary>
    public Place? LastWithin(DateOnly first, DateOnly last)
    {
        for (var i = Versions.Length - 1; i >= 0; i--)
        {
            if (Versions[i].ValidFrom <= last && !(Versions[i].ValidTo < first))
            {
                return Versions[i];
            }
        }

        return null;
    }

    /// <summary>
    /// With a version from its first day on: it replaces one that begins on the same day, and ends the one that is
    /// there then. One that would reach into a later version ends before it.
    /// </summary>
    public PlaceHistory With(Place version, PlaceStamp stamp)
    {
        var same = Versions.FirstOrDefault(one => one.ValidFrom == version.ValidFrom);
        var cut = same is null ? On(version.ValidFrom) : null;
        var next = Versions.FirstOrDefault(one => one.ValidFrom > version.ValidFrom);
        var fitted = next is not null && !(version.ValidTo < next.ValidFrom)
            ? version with { ValidTo = next.ValidFrom.AddDays(-1) }
            : version;
        ImmutableArray<Place> versions =
        [
            .. Versions.Where(one => one.ValidFrom < version.ValidFrom)
                .Select(one => one == cut ? one with { ValidTo = version.ValidFrom.AddDays(-1) } : one),
            fitted,
            .. Versions.Where(one => one.ValidFrom > version.ValidFrom),
        ];
        var action = (Versions.IsEmpty, same) switch
        {
            (true, _) => PlaceAction.Created,
            (_, null) => PlaceAction.Changed,
            _ => PlaceAction.Corrected,
        };
        return Next(versions, action, version.ValidFrom, same ?? cut, stamp);
    }

    /// <summary>Without anything from a day on.</summary>
    public PlaceHistory EndedOn(DateOnly day, PlaceStamp stamp)
    {
        ImmutableArray<Place> versions =
        [
            .. Versions.Where(one => one.ValidFrom < day)
                .Select(one => one.Covers(day) ? one with { ValidTo = day.AddDays(-1) } : one),
        ];
        return Next(versions, PlaceAction.Ended, day, On(day), stamp);
    }

    private PlaceHistory Next(
        ImmutableArray<Place> versions, PlaceAction action, DateOnly day, Place? before, PlaceStamp stamp) => this with
        {
            Revision = stamp.Revision,
            Versions = versions,
            Changes =
            [
                .. Changes.TakeLast(MaxChanges - 1),
                new PlaceChange(stamp.Revision, action, stamp.By, stamp.At, stamp.Reason, day, before),
            ],
        };
}
