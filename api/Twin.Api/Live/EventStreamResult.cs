using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Twin.Api.Live;

/// <summary>Streams events to one client until it goes or the silo stops.</summary>
internal sealed class EventStreamResult(EventHub hub, Subscription subscription, CancellationToken stopping) : IResult
{
    /// <summary>The media type of server-sent events.</summary>
    public const string MediaType = "text/event-stream";

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = MediaType;
        response.Headers.CacheControl = "no-store";
        httpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted, stopping);
        try
        {
            foreach (var frame in subscription.First)
            {
                await response.Body.WriteAsync(frame.Bytes, ended.Token);
            }

            await response.Body.FlushAsync(ended.Token);
            while (await subscription.Subscriber.WaitAsync(ended.Token))
            {
                // One flush for all that waited, so that a burst costs few packets.
                while (subscription.Subscriber.TryTake(hub.LastId, out var frame))
                {
                    await response.Body.WriteAsync(frame.Bytes, ended.Token);
                }

                await response.Body.FlushAsync(ended.Token);
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The client went or the silo stops: the ordinary end of a stream.
        }
        finally
        {
            hub.Unsubscribe(subscription.Subscriber);
        }
    }
}
