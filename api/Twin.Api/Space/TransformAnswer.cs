namespace Twin.Api.Space;

/// <summary>Positions in another reference system.</summary>
/// <param name="To">The URI of the system.</param>
/// <param name="Positions">As many pairs as were given, in the order of its axes, to a tenth of a millimeter.</param>
internal sealed record TransformAnswer(string To, IReadOnlyList<double[]> Positions);
