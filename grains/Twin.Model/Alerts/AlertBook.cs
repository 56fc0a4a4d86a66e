using System.Collections.Immutable;
using System.Globalization;
using Twin.Model.Units;

namespace Twin.Model.Alerts;

/// <summary>
/// The alerts of one unit: readings and people's actions go in, alerts and news come out. Pure but for its own state,
/// which is a function of what went in; so it can be kept and taken back whole. Not thread-safe: one grain owns it.
/// </summary>
public sealed class AlertBook
{
    /// <summary>Who did what nobody did.</summary>
    public const string Program = "twin";

    /// <summary>The most alerts kept for a unit; the oldest resolved ones give way.</summary>
    public const int MaxAlerts = 500;

    /// <summary>The most events kept of one alert; comments beyond are refused.</summary>
    public const int MaxEvents = 200;

    /// <summary>How soon after it was resolved an alert is reopened rather than another raised.</summary>
    public static readonly TimeSpan ReopenWithin = TimeSpan.FromDays(7);

    private readonly AdministrativeUnitCode _unit;
    private readonly Dictionary<(string Rule, string Subject), AlertTrack> _tracks = [];
    private readonly List<Alert> _alerts = [];
    private readonly List<AlertNotice> _notices = [];

    /// <summary>Takes the book of a unit up where it was left.</summary>
    public AlertBook(AdministrativeUnitCode unit, IEnumerable<AlertTrack> tracks, IEnumerable<Alert> alerts, int raised)
    {
        _unit = unit;
        _alerts.AddRange(alerts);
        Raised = raised;
        foreach (var track in tracks)
        {
            _tracks[(track.RuleId, track.Subject)] = track;
        }
    }

    /// <summary>How many alerts were ever raised.</summary>
    public int Raised { get; private set; }

    /// <summary>The alerts, oldest first.</summary>
    public IReadOnlyList<Alert> Alerts => _alerts;

    /// <summary>What is remembered of conditions.</summary>
    public ImmutableArray<AlertTrack> Tracks => [.. _tracks.Values];

    /// <summary>An alert, or <c>null</c>.</summary>
    public Alert? Find(string id) => _alerts.Find(alert => string.Equals(alert.Id, id, StringComparison.Ordinal));

    /// <summary>The news since it was last taken, in order.</summary>
    public ImmutableArray<AlertNotice> TakeNotices()
    {
        ImmutableArray<AlertNotice> taken = [.. _notices];
        _notices.Clear();
        return taken;
    }

    /// <summary>Takes in readings; answers whether anything changed that must be kept.</summary>
    public bool Read(IEnumerable<AlertReading> readings, DateTimeOffset now)
    {
        var changed = false;
        foreach (var reading in readings)
        {
            changed |= !reading.IsSilenced && Read(reading, now);
        }

        return changed;
    }

    /// <summary>
    /// Shows to the unit above what nobody looked at in time, one level for each such span; answers whether any was.
    /// </summary>
    /// <param name="rules">The rules, by id.</param>
    /// <param name="above">The units above, from the one directly above on.</param>
    /// <param name="now">The instant.</param>
    public bool Escalate(
        IReadOnlyDictionary<string, AlertRule> rules, IReadOnlyList<AdministrativeUnitCode> above, DateTimeOffset now)
    {
        var changed = false;
        for (var i = 0; i < _alerts.Count; i++)
        {
            var alert = _alerts[i];
            if (alert.State != AlertState.Raised || !rules.TryGetValue(alert.RuleId, out var rule)
                || rule.EscalateAfter is not { } after)
            {
                continue;
            }

            var since = alert.Events.Last(one => one.Kind is AlertEventKind.Raised or AlertEventKind.Reopened).At;
            var levels = (int)Math.Min((now - since) / after, above.Count);
            var shown = alert.EscalatedTo is { } to ? above.Index().FirstOrDefault(one => one.Item == to).Index + 1 : 0;
            if (levels > shown)
            {
                var upper = above[levels - 1];
                Change(
                    i, alert with { EscalatedTo = upper }, AlertEventKind.Escalated, now, Program, upper.Value);
                changed = true;
            }
        }

        return changed;
    }

    /// <summary>Does what a person asks for; or says why it cannot be done.</summary>
    /// <param name="id">The alert.</param>
    /// <param name="kind">Acknowledged, assigned, commented, resolved or reopened.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="text">The comment, or to whom it is given.</param>
    /// <param name="now">The instant.</param>
    public Refusal? Act(string id, AlertEventKind kind, string by, string text, DateTimeOffset now)
    {
        var place = _alerts.FindIndex(alert => string.Equals(alert.Id, id, StringComparison.Ordinal));
        if (place < 0)
        {
            return new Refusal("not_found", $"There is no alert '{id}'.", "/v1/alerts lists the ids.");
        }

        var alert = _alerts[place];
        if (alert.Events.Length >= MaxEvents)
        {
            return new Refusal(
                "too_many",
                string.Create(CultureInfo.InvariantCulture, $"The alert {id} has {MaxEvents} events already."),
                "Open a case for it.");
        }

        var isOver = alert.State == AlertState.Resolved;
        var fits = isOver
            ? kind is AlertEventKind.Commented or AlertEventKind.Reopened
            : kind is not AlertEventKind.Reopened;
        if (!fits)
        {
            return new Refusal(
                "conflict",
                $"The alert {id} is {(isOver ? "resolved" : "not resolved")}.",
                isOver ? "Reopen it first, or comment on it." : "Only what is resolved can be reopened.");
        }

        Change(place, After(alert, kind, text), kind, now, by, text);
        return null;
    }

    private static Alert After(Alert alert, AlertEventKind kind, string text) => kind switch
    {
        AlertEventKind.Acknowledged => alert with { State = AlertState.Acknowledged },
        AlertEventKind.Assigned => alert with { State = AlertState.Assigned, Assignee = text },
        AlertEventKind.Resolved => alert with { State = AlertState.Resolved },
        AlertEventKind.Reopened => alert with { State = AlertState.Raised, EscalatedTo = null },
        _ => alert,
    };

    private bool Read(AlertReading reading, DateTimeOffset now)
    {
        var key = (reading.Rule.Id, reading.Subject);
        var track = _tracks.GetValueOrDefault(key) ?? new AlertTrack(reading.Rule.Id, reading.Subject, false, null);
        if (reading.Rule.Stands(reading.Measure, track.IsActive) == track.IsActive)
        {
            if (track.ChangingSince is null)
            {
                return false;
            }

            Keep(key, track with { ChangingSince = null });
            return true;
        }

        var since = track.ChangingSince ?? now;
        if (now - since < reading.Rule.Debounce)
        {
            Keep(key, track with { ChangingSince = since });
            return track.ChangingSince is null;
        }

        Keep(key, track with { IsActive = !track.IsActive, ChangingSince = null });
        if (track.IsActive)
        {
            Clear(reading, now);
        }
        else
        {
            Raise(reading, now);
        }

        return true;
    }

    /// <summary>A condition that never stood needs no memory.</summary>
    private void Keep((string Rule, string Subject) key, AlertTrack track)
    {
        if (track is { IsActive: false, ChangingSince: null })
        {
            _tracks.Remove(key);
        }
        else
        {
            _tracks[key] = track;
        }
    }

    private int Latest(AlertReading reading) => _alerts.FindLastIndex(alert =>
        string.Equals(alert.RuleId, reading.Rule.Id, StringComparison.Ordinal)
        && string.Equals(alert.Subject, reading.Subject, StringComparison.Ordinal));

    private void Raise(AlertReading reading, DateTimeOffset now)
    {
        var place = Latest(reading);
        if (place >= 0 && _alerts[place] is var last
            && (last.State != AlertState.Resolved || now - last.ChangedAt <= ReopenWithin))
        {
            var again = Measured(last, reading) with { IsActive = true, State = AlertState.Raised, EscalatedTo = null };
            Change(place, again, AlertEventKind.Reopened, now, Program, reading.ReasonEn);
            return;
        }

        Raised++;
        _alerts.Add(new Alert
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{_unit}-{Raised}"),
            Unit = _unit,
            RuleId = reading.Rule.Id,
            Kind = reading.Rule.Kind,
            Subject = reading.Subject,
            Severity = reading.Rule.Severity,
            OwnerAgencyId = reading.Rule.OwnerAgencyId,
            State = AlertState.Raised,
            IsActive = true,
            Measure = reading.Measure,
            Period = reading.Period?.ToString(),
            ReasonVi = reading.ReasonVi,
            ReasonEn = reading.ReasonEn,
            RaisedAt = now,
            ChangedAt = now,
            Events = [],
        });
        Change(_alerts.Count - 1, _alerts[^1], AlertEventKind.Raised, now, Program, reading.ReasonEn);
        DropOldest();
    }

    private void Clear(AlertReading reading, DateTimeOffset now)
    {
        var place = Latest(reading);
        if (place < 0)
        {
            return;
        }

        var over = Measured(_alerts[place], reading) with { IsActive = false };
        if (over.State == AlertState.Resolved)
        {
            _alerts[place] = over; // Somebody had resolved it before the condition went.
            return;
        }

        Change(
            place, over with { State = AlertState.Resolved }, AlertEventKind.Resolved, now, Program, reading.ReasonEn);
    }

    private static Alert Measured(Alert alert, AlertReading reading) => alert with
    {
        Measure = reading.Measure,
        Period = reading.Period?.ToString(),
        ReasonVi = reading.ReasonVi,
        ReasonEn = reading.ReasonEn,
    };

    private void Change(int place, Alert alert, AlertEventKind kind, DateTimeOffset now, string by, string text)
    {
        // What the program does itself goes on when an alert is full: the oldest comment gives way.
        var events = alert.Events.Length >= MaxEvents ? alert.Events.RemoveAt(1) : alert.Events;
        var number = alert.Events.Length + 1;
        var changed = alert with { ChangedAt = now, Events = events.Add(new AlertEvent(kind, now, by, text)) };
        _alerts[place] = changed;
        var id = string.Create(
            CultureInfo.InvariantCulture, $"{alert.Id}.{number}.{now.ToUnixTimeMilliseconds()}");
        _notices.Add(new AlertNotice(id, kind, changed));
    }

    private void DropOldest()
    {
        while (_alerts.Count > MaxAlerts
            && _alerts.FindIndex(one => one is { State: AlertState.Resolved, IsActive: false }) is >= 0 and var oldest)
        {
            _alerts.RemoveAt(oldest);
        }
    }
}
