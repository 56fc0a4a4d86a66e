using System.Collections.Frozen;
using Twin.Grains.Vessels;
using Twin.Model.Vessels;

namespace Twin.Api.Vessels;

/// <summary>
/// The whole fleet as it is drawn, asked of the shards at most twice a second however many look. Safe for any number of
/// threads.
/// </summary>
internal sealed class FleetPicture(FleetReader fleet, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(500);

    // The clocks of two silos need not agree; what is told twice changes nothing.
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private Task<(FleetMarks Marks, DateTimeOffset At)>? _whole;
    private DateTimeOffset _askedAt;

    /// <summary>The vessels that have a position; with an instant those alone that changed since.</summary>
    public async Task<(FleetMarks Marks, DateTimeOffset At)> GetAsync(
        DateTimeOffset? since, CancellationToken cancellationToken)
    {
        if (since is { } then)
        {
            var now = time.GetUtcNow();
            return (await fleet.MarksAsync(now, then - Overlap, cancellationToken), now);
        }

        return await Whole().WaitAsync(cancellationToken);
    }

    /// <summary>Those of some vessels that belong to some units and lie in a box.</summary>
    public static IReadOnlyList<VesselMark> Choose(FleetMarks all, FrozenSet<string>? units, PositionBox? box) =>
        units is null && box is null
            ? all.Marks
            : [.. all.Marks.Where(mark => IsOf(mark, units) && (box is not { } one || one.Holds(mark.Last.Position)))];

    /// <summary>Whether a vessel belongs to some units; <c>null</c> is all, those without a home among them.</summary>
    public static bool IsOf(VesselMark mark, FrozenSet<string>? units) =>
        units is null || (mark.Group.HomeUnit is { } unit && units.Contains(unit.Value));

    /// <summary>A tag that is the same while the vessels stand as they do, whatever the time.</summary>
    public static string Tag(IEnumerable<VesselMark> marks)
    {
        // FNV-1a: no secret, only a change to be seen; and the same in every process, unlike the hash codes of .NET.
        var hash = 14695981039346656037UL;
        foreach (var mark in marks)
        {
            foreach (var letter in mark.Id.Value)
            {
                Mix(letter);
            }

            Mix((ulong)mark.Last.PhenomenonTime.UtcTicks);
            Mix((ulong)PositionReport.Units(mark.Last.Position.LongitudeDegrees));
            Mix((ulong)PositionReport.Units(mark.Last.Position.LatitudeDegrees));
            var flags = (mark.Group.IsEligible ? 1 : 0) + (mark.Group.IsThreeNo ? 2 : 0)
                + (mark.Group.Violates ? 4 : 0);
            Mix((ulong)(flags + ((int)mark.Group.Contact << 3) + ((int)(mark.Group.SizeClass ?? (SizeClass)7) << 8)
                + ((int)(mark.Group.Zone ?? (ZoneKind)15) << 12)));
        }

        return FormattableString.Invariant($"W/\"{hash:x16}\"");

        void Mix(ulong value) => hash = (hash ^ value) * 1099511628211UL;
    }

    private Task<(FleetMarks Marks, DateTimeOffset At)> Whole()
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (_whole is null || now - _askedAt >= Fresh || _whole.IsFaulted)
            {
                _askedAt = now;
                _whole = AskAsync(now);
            }

            return _whole;
        }
    }

    private async Task<(FleetMarks Marks, DateTimeOffset At)> AskAsync(DateTimeOffset at) =>
        (await fleet.MarksAsync(at, null, CancellationToken.None), at);
}
