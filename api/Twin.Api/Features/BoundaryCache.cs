using System.Collections.Concurrent;
using System.Security.Cryptography;
using Twin.Model.Cities;
using Twin.Model.Units;

namespace Twin.Api.Features;

/// <summary>
/// Boundaries with their entity tags. One document serves every day until the tree next changes, so few are kept. Safe
/// for any number of threads.
/// </summary>
internal sealed class BoundaryCache(LiveCity city, IBoundarySource source)
{
    // A city has a handful of trees, four levels and some tens of districts; beyond this somebody is crawling.
    private const int MaxDocuments = 128;

    private readonly ConcurrentDictionary<Key, BoundaryDocument> _documents = [];

    /// <summary>The boundaries that stand on a day; <c>null</c> where there are none for it.</summary>
    public async ValueTask<BoundaryDocument?> GetAsync(
        DateOnly date,
        AdministrativeLevel? level,
        AdministrativeUnitCode? unit,
        CancellationToken cancellationToken)
    {
        var key = new Key(city.Definition.Tree.On(date), level, unit);
        if (_documents.TryGetValue(key, out var known))
        {
            return known;
        }

        if (await source.GetGeoJsonAsync(date, level, unit, cancellationToken) is not { IsEmpty: false } geoJson)
        {
            return null;
        }

        // Weak, because compression changes the bytes and not what they say.
        var hash = Convert.ToHexStringLower(SHA256.HashData(geoJson.Span));
        var document = new BoundaryDocument(geoJson, $"W/\"{hash}\"");
        if (_documents.Count >= MaxDocuments)
        {
            _documents.Clear();
        }

        _documents[key] = document;
        return document;
    }

    // A tree is one object for as long as the city's units stay as they are.
    private readonly record struct Key(TreeOfDate Tree, AdministrativeLevel? Level, AdministrativeUnitCode? Unit);
}
