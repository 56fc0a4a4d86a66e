namespace Twin.Model.Vessels;

/// <summary>A time in which nothing came by a feed: its line, its operator, or the twin itself was down.</summary>
/// <param name="From">When it was last heard.</param>
/// <param name="To">When it was heard again; <c>null</c> while it is down.</param>
public readonly record struct FeedOutage(DateTimeOffset From, DateTimeOffset? To);
