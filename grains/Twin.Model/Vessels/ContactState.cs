namespace Twin.Model.Vessels;

/// <summary>Whether a vessel is heard. Exactly one holds at any moment.</summary>
public enum ContactState
{
    /// <summary>It never reported, as far as is known.</summary>
    NeverHeard = 0,

    /// <summary>It reported within the time that its rule allows.</summary>
    InContact = 1,

    /// <summary>It was heard last in a port, where its rule lets it be silent.</summary>
    InPort = 2,

    /// <summary>It is silent for longer than the first clock.</summary>
    Lost = 3,

    /// <summary>It is silent for longer than the second clock.</summary>
    LongLost = 4,

    /// <summary>Its feed is down, so nobody can tell.</summary>
    FeedDown = 5,
}
