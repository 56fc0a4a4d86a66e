using System.Collections.Immutable;

namespace Twin.Grains.Vessels;

/// <summary>
/// Which feeds there are. One grain, asked when somebody looks and told when a feed is heard for the first time: never
/// by a report.
/// </summary>
public interface IFeedDirectoryGrain : IGrainWithStringKey
{
    /// <summary>The key of the one there is.</summary>
    const string Key = "feeds";

    /// <summary>The most feeds.</summary>
    const int MaxFeeds = 1_000;

    /// <summary>Enters a feed; <c>false</c> where there are as many as may be.</summary>
    Task<bool> Add(string feed);

    /// <summary>The feeds, by code.</summary>
    [AlwaysInterleave]
    Task<ImmutableArray<string>> GetAll();
}
