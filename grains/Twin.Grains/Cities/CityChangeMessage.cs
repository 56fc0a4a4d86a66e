namespace Twin.Grains.Cities;

/// <summary>A change of what the city is.</summary>
/// <param name="Kind">The kind; <c>undo</c> with <paramref name="Undoes"/>.</param>
/// <param name="By">Who makes it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Payload">What is changed, as JSON of the kind's shape.</param>
/// <param name="Undoes">The entry that an undo takes back.</param>
/// <param name="ExpectedRevision">The revision that who makes it has seen; another one is refused.</param>
[GenerateSerializer, Immutable, Alias("twin.CityChangeMessage")]
public sealed record CityChangeMessage(
    [property: Id(0)] string Kind,
    [property: Id(1)] string By,
    [property: Id(2)] string Reason,
    [property: Id(3)] string Payload,
    [property: Id(4)] long? Undoes,
    [property: Id(5)] long ExpectedRevision);
