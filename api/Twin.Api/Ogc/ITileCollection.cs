using System.Collections.Immutable;
using Twin.Api.Requests;

namespace Twin.Api.Ogc;

/// <summary>A collection as vector tiles (OGC API Tiles). Safe for any number of threads.</summary>
internal interface ITileCollection
{
    /// <summary>Its id in paths and the name of the layer in its tiles.</summary>
    string Id { get; }

    /// <summary>Its title.</summary>
    string Title { get; }

    /// <summary>0 for points, 1 for lines, 2 for areas; <c>null</c> where it has several.</summary>
    int? GeometryDimension { get; }

    /// <summary>The attributes and what they are, for those who style them.</summary>
    ImmutableArray<KeyValuePair<string, string>> Fields { get; }

    /// <summary>The parameters that pick what is shown, beside the encoding.</summary>
    ImmutableArray<QueryParameter> Parameters { get; }

    /// <summary>What those parameters pick; <c>null</c> where the reader has refused one.</summary>
    ValueTask<TileView?> OpenAsync(QueryReader query, DateOnly today, CancellationToken cancellationToken);
}
