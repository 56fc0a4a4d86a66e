using System.Collections.Immutable;
using NetTopologySuite.Geometries;

namespace Twin.Api.Ogc;

/// <summary>A collection of OGC API Features. Safe for any number of threads.</summary>
internal interface IFeatureCollection
{
    /// <summary>Its id in paths.</summary>
    string Id { get; }

    /// <summary>Its title.</summary>
    string Title { get; }

    /// <summary>What it is.</summary>
    string Description { get; }

    /// <summary>The properties of its features, the geometry not among them.</summary>
    ImmutableArray<CollectionProperty> Properties { get; }

    /// <summary>The first day that it knows anything of.</summary>
    DateOnly FirstDay { get; }

    /// <summary>Whether anybody knows which that is.</summary>
    bool HasFirstDay => true;

    /// <summary>
    /// The features that are there on any of the days, each as it is on the last of them on which it is there, by id.
    /// </summary>
    ValueTask<ImmutableArray<CollectionFeature>> GetAsync(DayInterval days, CancellationToken cancellationToken);

    /// <summary>A page of them; what knows better than to look at all of them says so.</summary>
    async ValueTask<FeaturePage> GetPageAsync(FeatureQuery query, CancellationToken cancellationToken) =>
        FeaturePage.Of(await GetAsync(query.Days, cancellationToken), query);

    /// <summary>One of them by its id; <c>null</c> where it is not there.</summary>
    async ValueTask<CollectionFeature?> FindAsync(string id, DayInterval days, CancellationToken cancellationToken) =>
        (await GetAsync(days, cancellationToken)).FirstOrDefault(one => one.Id.Equals(id, StringComparison.Ordinal));

    /// <summary>The box around the features of a day; null where there are none.</summary>
    ValueTask<Envelope> GetBoundsAsync(DateOnly day, CancellationToken cancellationToken);
}
