namespace Twin.Model.Cities;

/// <summary>
/// Something that is costly to make from the city's definition: made once for each definition, when it is first asked
/// for. Safe for any number of threads; two that ask at once may both make it.
/// </summary>
/// <typeparam name="T">What it is.</typeparam>
/// <param name="city">The city.</param>
/// <param name="make">Makes it.</param>
public sealed class PerCity<T>(LiveCity city, Func<CityDefinition, T> make)
    where T : class
{
    private volatile Made? _made;

    /// <summary>Made from the current definition.</summary>
    public T Current
    {
        get
        {
            var definition = city.Definition;
            if (_made is { } known && ReferenceEquals(known.Definition, definition))
            {
                return known.Value;
            }

            var made = new Made(definition, make(definition));
            _made = made;
            return made.Value;
        }
    }

    private sealed record Made(CityDefinition Definition, T Value);
}
