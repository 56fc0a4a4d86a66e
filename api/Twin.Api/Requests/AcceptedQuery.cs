using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Twin.Api.Problems;
using Twin.Model;

namespace Twin.Api.Requests;

/// <summary>Endpoint metadata: the query parameters that it takes.</summary>
internal sealed record AcceptedQuery(ImmutableArray<QueryParameter> Parameters)
{
    private static readonly AcceptedQuery None = new([]);

    /// <summary>Refuses a request with a parameter that its endpoint does not take, as OGC API requires.</summary>
    public static ValueTask<object?> RefuseUnknownAsync(
        EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var accepted = http.GetEndpoint()?.Metadata.GetMetadata<AcceptedQuery>() ?? None;
        return accepted.FindUnknown(http.Request.Query) is { } refusal
            ? ValueTask.FromResult<object?>(refusal.ToResult())
            : next(context);
    }

    private Refusal? FindUnknown(IQueryCollection query)
    {
        foreach (var (name, _) in query)
        {
            if (!Parameters.Any(parameter => parameter.Name.Equals(name, StringComparison.Ordinal)))
            {
                var known = Parameters.IsEmpty
                    ? "This path takes no parameters."
                    : $"This path takes: {string.Join(", ", Parameters.Select(parameter => parameter.Name))}.";
                return new Refusal(
                    ProblemCodes.UnknownParameter, $"The parameter '{Refusals.Shown(name)}' is not known here.", known);
            }
        }

        return null;
    }
}
