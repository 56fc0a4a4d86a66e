namespace Twin.Api.Vessels;

/// <summary>A time in which nothing came by a feed.</summary>
/// <param name="From">When it was last heard.</param>
/// <param name="To">When it was heard again; <c>null</c> while it is down.</param>
internal sealed record FeedOutageAnswer(DateTimeOffset From, DateTimeOffset? To);
