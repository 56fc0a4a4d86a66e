using System.Collections.Immutable;
using System.Text;

namespace Twin.Geo.Text;

/// <summary>What the bytes of a file say of their encoding.</summary>
/// <param name="Encoding">The encoding; <c>null</c> where the bytes leave it in doubt.</param>
/// <param name="Candidates">
/// The encodings that the bytes were read in, best first; empty where they are UTF-8, which needs no guess.
/// </param>
public sealed record EncodingGuess(Encoding? Encoding, ImmutableArray<EncodingCandidate> Candidates);
