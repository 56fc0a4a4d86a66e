using System.Collections.Immutable;

namespace Twin.Model.Places;

/// <summary>Many places of a layer at once, as an import brings them.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Places">The places, each from its first day on; several with one id are versions of one place.</param>
/// <param name="By">Who brings them.</param>
/// <param name="Reason">Why, such as the name of the file.</param>
/// <param name="EndMissingOn">
/// The first day on which places that are not among them are no longer there; <c>null</c> leaves those as they are.
/// </param>
/// <param name="IsDryRun">Whether only to say what would happen.</param>
public sealed record PlaceReplacement(
    PlaceLayer Layer,
    ImmutableArray<Place> Places,
    string By,
    string Reason,
    DateOnly? EndMissingOn,
    bool IsDryRun);
