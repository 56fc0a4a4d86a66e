using Twin.Model;
using Twin.Model.Vessels;

namespace Twin.Api.Feeds;

/// <summary>
/// What a line of a feed came to: a report, a refusal, or neither, which only shows that the feed is alive.
/// </summary>
internal readonly record struct FeedItem(PositionReport? Report, Refusal? Refusal);
