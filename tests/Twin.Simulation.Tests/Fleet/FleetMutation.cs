namespace Twin.Simulation.Tests.Fleet;

/// <summary>Bugs of the fleet put in on purpose. The simulation must find every one.</summary>
internal enum FleetMutation
{
    /// <summary>No bug.</summary>
    None,

    /// <summary>A restart takes up what was kept and leaves out the log since then.</summary>
    SkipTailOfLog,

    /// <summary>A restart takes up the boats without their zones.</summary>
    ForgetZones,

    /// <summary>A restart takes up the boats without their episodes.</summary>
    ForgetEpisodes,

    /// <summary>A report that could not be written is applied all the same.</summary>
    ApplyWithoutWriting,

    /// <summary>Reports move their boat whatever they are: late, repeated, from the future.</summary>
    AcceptEverything,

    /// <summary>The clocks run on while a feed is down.</summary>
    IgnoreOutages,

    /// <summary>A restart forgets that feeds were down.</summary>
    ForgetOutages,

    /// <summary>A feed counts as heard at the start, so that the twin's own absence is no outage.</summary>
    StartFeedsAsHeard,

    /// <summary>An outage begins when it is noticed.</summary>
    BeginOutageWhenNoticed,

    /// <summary>A boat that was lost is forgotten by the count while its feed is down.</summary>
    CountDownBeforeLost,

    /// <summary>The clocks run on while the feed may be down already.</summary>
    CountUntilNow,

    /// <summary>An episode is named by the time at which it is seen.</summary>
    NameEpisodesByTheClock,
}
