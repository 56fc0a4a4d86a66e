using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Twin.Api.Hosting;
using Twin.Api.Problems;
using Twin.Model;

namespace Twin.Api.Ogc;

/// <summary>
/// Lets in so many queries of features at once; one more is refused with 429, so that those inside are answered and the
/// rest of the twin is not held up. A quarter of the places is for clients that have none inside: whoever asks a
/// hundred things at once leaves room for others. Safe for any number of threads.
/// </summary>
internal sealed class FeatureGate(IOptions<TwinApiOptions> options)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<IPAddress, int> _insideOfClient = [];
    private int _inside;

    /// <summary>Runs a query of a client, known by its address, or refuses it.</summary>
    public async Task<IResult> RunAsync(HttpContext context, Func<Task<IResult>> query)
    {
        var client = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (!TryEnter(client))
        {
            return new Refusal(
                ProblemCodes.TooMany,
                "Too many queries of features are under way.",
                "Try again after the seconds in Retry-After.").ToResult();
        }

        try
        {
            return await query();
        }
        finally
        {
            Leave(client);
        }
    }

    private bool TryEnter(IPAddress client)
    {
        var most = options.Value.MaxConcurrentQueries;
        lock (_lock)
        {
            var own = _insideOfClient.GetValueOrDefault(client);
            if (_inside >= (own > 0 ? most - (most / 4) : most))
            {
                return false;
            }

            _inside++;
            _insideOfClient[client] = own + 1;
            return true;
        }
    }

    private void Leave(IPAddress client)
    {
        lock (_lock)
        {
            _inside--;
            if (--_insideOfClient[client] == 0)
            {
                _insideOfClient.Remove(client);
            }
        }
    }
}
