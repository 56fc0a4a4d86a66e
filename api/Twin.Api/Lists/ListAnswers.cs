using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Twin.Api.Lists;

/// <summary>Makes pages out of lists.</summary>
internal static class ListAnswers
{
    private const string MediaType = "application/json";

    /// <summary>
    /// The page of a list that does not change while it is read: units, catalogues. Its cursor is a place. Items are
    /// made for this page alone.
    /// </summary>
    public static Ok<ListAnswer<TAnswer>> ToPage<TItem, TAnswer>(
        this IReadOnlyList<TItem> list, Page page, HttpRequest request, Func<TItem, TAnswer> toAnswer)
    {
        var part = list.Slice(page);
        return TypedResults.Ok(Of([.. part.Select(toAnswer)], list.Count, NextPlace(list.Count, page), request));
    }

    /// <summary>The items of a page of a list whose cursor is a place.</summary>
    public static IReadOnlyList<T> Slice<T>(this IReadOnlyList<T> list, Page page)
    {
        var start = (int)Math.Min(page.After ?? 0, list.Count);
        var length = Math.Min(page.Limit, list.Count - start);
        var part = new T[length];
        for (var i = 0; i < length; i++)
        {
            part[i] = list[start + i];
        }

        return part;
    }

    /// <summary>The cursor of the page after that one, where the cursor is a place; <c>null</c> on the last.</summary>
    public static long? NextPlace(int count, Page page)
    {
        var end = Math.Min(page.After ?? 0, count) + page.Limit;
        return end < count ? end : null;
    }

    /// <summary>A page with its links.</summary>
    public static ListAnswer<T> Of<T>(IReadOnlyList<T> items, long numberMatched, long? next, HttpRequest request)
    {
        var links = new List<LinkAnswer>(2) { new("self", Self(request), MediaType) };
        if (next is { } position)
        {
            links.Add(new LinkAnswer("next", Next(request, position), MediaType));
        }

        return new ListAnswer<T>(items, numberMatched, links);
    }

    private static string Self(HttpRequest request) => $"{request.PathBase}{request.Path}{request.QueryString}";

    private static string Next(HttpRequest request, long position)
    {
        var query = new QueryBuilder(request.Query.Where(p => !p.Key.Equals("cursor", StringComparison.Ordinal)))
        {
            { "cursor", Cursor.Format(position) },
        };
        return $"{request.PathBase}{request.Path}{query.ToQueryString()}";
    }
}
