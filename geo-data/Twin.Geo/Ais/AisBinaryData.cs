using System.Collections.Immutable;

namespace Twin.Geo.Ais;

/// <summary>Bits that another standard gives a meaning.</summary>
/// <param name="Bytes">The bits, most significant first, the last byte filled with zeros.</param>
/// <param name="BitCount">How many bits count.</param>
public readonly record struct AisBinaryData(ImmutableArray<byte> Bytes, int BitCount);
