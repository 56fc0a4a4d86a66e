using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Twin.Api.Hosting;
using Twin.Api.Problems;
using Twin.Model;

namespace Twin.Api.Ogc;

/// <summary>
/// Lets in so many queries of features at once; one more is refused with 429, so that those inside are answered and the
/// rest of the twin is not held up. Safe for any number of threads.
/// </summary>
internal sealed class FeatureGate(IOptions<TwinApiOptions> options)
{
    private int _inside;

    /// <summary>Runs a query, or refuses it.</summary>
    public async Task<IResult> RunAsync(Func<Task<IResult>> query)
    {
        try
        {
            return Interlocked.Increment(ref _inside) <= options.Value.MaxConcurrentQueries
                ? await query()
                : new Refusal(
                    ProblemCodes.TooMany,
                    "Too many queries of features are under way.",
                    "Try again after the seconds in Retry-After.").ToResult();
        }
        finally
        {
            Interlocked.Decrement(ref _inside);
        }
    }
}
