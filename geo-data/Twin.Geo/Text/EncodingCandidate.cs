using System.Text;

namespace Twin.Geo.Text;

/// <summary>How well a text reads in an encoding.</summary>
/// <param name="Encoding">The encoding.</param>
/// <param name="Words">How many different words with a letter outside ASCII it has then.</param>
/// <param name="Share">Which share of them Vietnamese can have, from 0 to 1; 0 where there is none.</param>
public sealed record EncodingCandidate(Encoding Encoding, int Words, double Share);
