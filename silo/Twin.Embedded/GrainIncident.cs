namespace Twin.Embedded;

/// <summary>Something of one grain that an operator may want to know of.</summary>
/// <param name="At">When it ended, in UTC.</param>
/// <param name="GrainClass">The name of the grain's class.</param>
/// <param name="Key">The grain's key.</param>
/// <param name="Work">What ran: a method, a timer's tick, or the continuation of either.</param>
/// <param name="Elapsed">For how long a slow turn held its thread; null for a failure.</param>
/// <param name="Failure">The type of the exception of a failure; null for a slow turn.</param>
public sealed record GrainIncident(
    DateTimeOffset At, string GrainClass, string Key, string Work, TimeSpan? Elapsed, string? Failure);
