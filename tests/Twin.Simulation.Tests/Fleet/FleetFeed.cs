using Twin.Model.Vessels;

namespace Twin.Simulation.Tests.Fleet;

/// <summary>
/// A feed of the simulated fleet: the twin's clock of it, and beside it what is true. Times are whole minutes since the
/// beginning, so that a recount is exact.
/// </summary>
internal sealed class FleetFeed(string name, FleetMutation mutation)
{
    /// <summary>After how many minutes of silence a feed counts as down.</summary>
    public const int SilenceMinutes = 30;

    private readonly List<int> _heard = [];
    private readonly List<bool> _isListened = [];
    private FeedClock _clock = new(name, TimeSpan.FromMinutes(SilenceMinutes), null, []);

    public string Name => name;

    /// <summary>Until when nothing comes by it.</summary>
    public int DownUntil { get; set; }

    public bool IsUp(int now) => now >= DownUntil;

    /// <summary>Time passes, in which it was listened to or not.</summary>
    public void Pass(int until, bool isListened)
    {
        while (_isListened.Count < until)
        {
            _isListened.Add(isListened);
        }
    }

    public void Heard(int now)
    {
        if (_heard.Count == 0 || now > _heard[^1])
        {
            _heard.Add(now);
        }

        _clock.Seen(FleetWorld.At(now));
    }

    public void Restart(int now)
    {
        var lastSeen = mutation is FleetMutation.StartFeedsAsHeard ? FleetWorld.At(now) : _clock.LastSeen;
        var outages = mutation is FleetMutation.ForgetOutages ? [] : _clock.Outages;
        _clock = new FeedClock(name, _clock.Silence, lastSeen, outages);
    }

    public FeedCondition Condition(int now)
    {
        var condition = _clock.Condition(FleetWorld.At(now));
        return mutation switch
        {
            FleetMutation.IgnoreOutages => condition with { Outages = [] },
            FleetMutation.CountUntilNow => condition with { LastSeen = null },
            FleetMutation.BeginOutageWhenNoticed => condition with
            {
                Outages =
                [
                    .. condition.Outages.Select(
                        one => one with { From = one.From + TimeSpan.FromMinutes(SilenceMinutes) }),
                ],
            },
            _ => condition,
        };
    }

    /// <summary>For how many minutes since an instant the twin really heard what came by it.</summary>
    public int Listened(int since, int now) =>
        Enumerable.Range(since, Math.Max(0, now - since)).Count(minute => _isListened[minute]);

    /// <summary>
    /// For how many minutes a boat was silent, by the instants at which anything came: until the last of them, since
    /// nobody knows yet what was after it.
    /// </summary>
    public int Silent(int since, int now)
    {
        var silent = 0;
        for (var minute = since; minute < Math.Min(now, _heard.Count > 0 ? _heard[^1] : now); minute++)
        {
            silent += IsGap(minute, now) ? 0 : 1;
        }

        return silent;
    }

    /// <summary>Whether the twin knows that it is down.</summary>
    public bool IsKnownDown(int now) => _heard.Count > 0 && now - _heard[^1] > SilenceMinutes;

    private bool IsGap(int minute, int now)
    {
        var place = _heard.BinarySearch(minute);
        var before = place >= 0 ? place : ~place - 1;
        if (before < 0)
        {
            return false;
        }

        var next = before + 1 < _heard.Count ? _heard[before + 1] : now;
        return next - _heard[before] > SilenceMinutes;
    }
}
