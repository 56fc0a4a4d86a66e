using System.Collections.Immutable;

namespace Twin.Api.Ogc;

/// <summary>A page of features.</summary>
/// <param name="Features">The features, by id.</param>
/// <param name="NumberMatched">How many there are on all pages.</param>
/// <param name="Next">The id after which the next page begins; <c>null</c> on the last.</param>
internal sealed record FeaturePage(ImmutableArray<CollectionFeature> Features, int NumberMatched, string? Next)
{
    /// <summary>
    /// The page of a query. It begins after an id and not at a place, so units that come and go between two pages
    /// neither hide nor repeat any other.
    /// </summary>
    public static FeaturePage Of(ImmutableArray<CollectionFeature> features, FeatureQuery query)
    {
        var matched = 0;
        var rest = 0;
        var page = ImmutableArray.CreateBuilder<CollectionFeature>();
        foreach (var feature in features)
        {
            if (!query.Wants(feature))
            {
                continue;
            }

            matched++;
            if (query.After is null || string.CompareOrdinal(feature.Id, query.After) > 0)
            {
                rest++;
                if (page.Count < query.Limit)
                {
                    page.Add(feature);
                }
            }
        }

        return new FeaturePage(page.ToImmutable(), matched, rest > page.Count ? page[^1].Id : null);
    }
}
