namespace Twin.Api.Vessels;

/// <summary>A time in which nothing was heard.</summary>
/// <param name="From">The last report before it.</param>
/// <param name="To">The first after it.</param>
internal sealed record TrackGapAnswer(DateTimeOffset From, DateTimeOffset To);
