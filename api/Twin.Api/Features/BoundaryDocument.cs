namespace Twin.Api.Features;

/// <summary>A feature collection as it is sent.</summary>
/// <param name="GeoJson">RFC 7946, UTF-8.</param>
/// <param name="EntityTag">The entity tag, quoted.</param>
internal sealed record BoundaryDocument(ReadOnlyMemory<byte> GeoJson, string EntityTag);
