using System.Collections.Frozen;
using System.Collections.Immutable;
using Twin.Model.Calendars;
using Twin.Model.Units;

namespace Twin.Model.Duties;

/// <summary>All duties of a city, and the calendar by which they fall due. Immutable, safe for any thread.</summary>
public sealed class DutyBook
{
    /// <summary>Nobody owes anything.</summary>
    public static readonly DutyBook Empty = new([], WorkCalendar.Empty);

    /// <summary>The longest time between the end of a window and the day on which its report is due, in days.</summary>
    public const int LongestDelayDays = 400;

    private readonly FrozenDictionary<string, Duty> _byId;

    /// <summary>Makes a book; throws when an id stands twice.</summary>
    public DutyBook(IEnumerable<Duty> duties, WorkCalendar calendar)
    {
        Items = [.. duties.OrderBy(duty => duty.Id, StringComparer.Ordinal)];
        Calendar = calendar;
        _byId = Items.ToFrozenDictionary(duty => duty.Id, StringComparer.Ordinal);
    }

    /// <summary>The duties, by id.</summary>
    public ImmutableArray<Duty> Items { get; }

    /// <summary>The working days.</summary>
    public WorkCalendar Calendar { get; }

    /// <summary>A duty, or <c>null</c>.</summary>
    public Duty? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The duties that name a unit's level, and hold where it stands, on any date.</summary>
    public ImmutableArray<Duty> OfUnit(AdministrativeUnitCode unit, AdministrativeTree tree)
    {
        var levels = tree.VersionsOf(unit).Select(version => version.Level).ToHashSet();
        return [.. Items.Where(duty => duty.Level is { } level && levels.Contains(level))];
    }

    /// <summary>The documents that an agency owes.</summary>
    public ImmutableArray<Duty> OfAgency(string agencyId) =>
        [.. Items.Where(duty => string.Equals(duty.AgencyId, agencyId, StringComparison.Ordinal))];

    /// <summary>Whether a unit owes the report of a window: it stands at the level, inside the duty's unit.</summary>
    public static bool Binds(Duty duty, DutyWindow window, AdministrativeUnitCode unit, AdministrativeTree tree)
    {
        var onDate = tree.On(window.End);
        return duty.Owes(window)
            && onDate.Find(unit)?.Level == duty.Level
            && onDate.PathUp(unit).Any(above => above.Code == duty.Unit);
    }

    /// <summary>How many units, of one and those below it, owe figures for a month.</summary>
    public int CountUnits(AdministrativeUnitCode unit, DateOnly monthEnd, AdministrativeTree tree)
    {
        var onDate = tree.On(monthEnd);
        var levels = Items.Where(duty => duty.Level is not null && duty.Windows(
            new DateOnly(monthEnd.Year, monthEnd.Month, 1), monthEnd).Any()).Select(duty => duty.Level).Distinct();
        return levels.OfType<AdministrativeLevel>().Sum(level => onDate.CountAtLevel(unit, level));
    }

    /// <summary>The first instant after another at which the time of a report passes; <c>null</c> for none.</summary>
    public DateTimeOffset? NextDeadline(IEnumerable<Duty> duties, DateTimeOffset after)
    {
        DateTimeOffset? next = null;
        var today = VietnamDay.Of(after);
        foreach (var duty in duties)
        {
            var passing = duty.Windows(today.AddDays(-LongestDelayDays), today.AddDays(LongestDelayDays))
                .Select(window => duty.Deadline(window, Calendar).OnTimeBefore).Where(instant => instant > after);
            foreach (var instant in passing)
            {
                next = instant < next || next is null ? instant : next;
            }
        }

        return next;
    }
}
