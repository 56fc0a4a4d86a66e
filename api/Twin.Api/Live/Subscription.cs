namespace Twin.Api.Live;

/// <summary>A client that was let in, and what it gets first.</summary>
/// <param name="Subscriber">The client.</param>
/// <param name="First">Where it begins, then what it missed or that it missed too much.</param>
internal sealed record Subscription(Subscriber Subscriber, IReadOnlyList<EventFrame> First);
