namespace Twin.Api.Lists;

/// <summary>A page of a list.</summary>
/// <typeparam name="T">What it lists.</typeparam>
/// <param name="Items">The items of this page.</param>
/// <param name="NumberMatched">How many there are on all pages.</param>
/// <param name="Links">This page and, when there are more, the next.</param>
internal sealed record ListAnswer<T>(IReadOnlyList<T> Items, long NumberMatched, IReadOnlyList<LinkAnswer> Links);
