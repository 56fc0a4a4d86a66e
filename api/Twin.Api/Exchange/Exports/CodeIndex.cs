using System.Runtime.InteropServices;

namespace Twin.Api.Exchange.Exports;

/// <summary>Numbers codes from 0 in the order in which they first come.</summary>
/// <typeparam name="T">The code's type.</typeparam>
internal sealed class CodeIndex<T>
    where T : notnull
{
    private readonly Dictionary<T, int> _places = [];
    private readonly List<T> _codes = [];

    /// <summary>The codes, by number.</summary>
    public IReadOnlyList<T> Codes => _codes;

    /// <summary>The number of a code.</summary>
    public int Of(T code)
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, code, out var isThere);
        if (!isThere)
        {
            place = _codes.Count;
            _codes.Add(code);
        }

        return place;
    }
}
