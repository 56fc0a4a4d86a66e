namespace Twin.Api.Lists;

/// <summary>A link (RFC 8288).</summary>
/// <param name="Rel">What it is to this answer: <c>self</c> or <c>next</c>.</param>
/// <param name="Href">The path and query, relative to this host.</param>
/// <param name="Type">The media type there.</param>
internal sealed record LinkAnswer(string Rel, string Href, string Type);
