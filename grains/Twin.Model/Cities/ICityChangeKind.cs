namespace Twin.Model.Cities;

/// <summary>
/// One kind of change of what the city is. A new kind is a class that implements this and one line where the kinds are
/// registered; see docs/concepts/live-city.md. Pure: the same city and change give the same outcome, on every silo and
/// at every replay. Stateless and safe for any number of threads.
/// </summary>
public interface ICityChangeKind
{
    /// <summary>The name in <see cref="CityChange.Kind"/>, in lower-case letters.</summary>
    string Kind { get; }

    /// <summary>
    /// What the city is after the change, or why it is refused. A payload that cannot be read is refused, never
    /// thrown for.
    /// </summary>
    /// <param name="city">The city as all entries before left it.</param>
    /// <param name="change">The entry; in a dry run with the sequence number that it would get.</param>
    ChangeOutcome Apply(CityDefinition city, CityChange change);
}
