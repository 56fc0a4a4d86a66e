using Twin.Model.Quality;

namespace Twin.Grains.Units;

/// <summary>One observation that was taken and is held.</summary>
/// <param name="Index">Its place in the report, from 0.</param>
/// <param name="Sequence">Its sequence number; 0 where nothing was written.</param>
/// <param name="Finding">Why it is held.</param>
[GenerateSerializer, Immutable, Alias("twin.HeldObservation")]
public sealed record HeldObservation(
    [property: Id(0)] int Index, [property: Id(1)] long Sequence, [property: Id(2)] QualityFinding Finding);
