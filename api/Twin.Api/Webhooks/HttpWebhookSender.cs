using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Options;
using Twin.Api.Problems;
using Twin.Model;
using Twin.Model.Alerts;

namespace Twin.Api.Webhooks;

/// <summary>
/// Sends deliveries over HTTP. It connects to the very address that it has looked at, so that a name cannot mean a
/// public address when it is checked and a private one when it is called; and it follows no redirection.
/// </summary>
internal sealed class HttpWebhookSender : IWebhookSender, IDisposable
{
    private const int MaxUrlLength = 2_000;
    private const string Hint = "Use an absolute http or https URL of a public host, without a user name.";

    private readonly WebhookOptions _options;
    private readonly TimeProvider _time;
    private readonly HttpClient _client;

    /// <summary>Makes one.</summary>
    public HttpWebhookSender(IOptions<WebhookOptions> options, TimeProvider time)
    {
        _options = options.Value;
        _time = time;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = _options.Timeout,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            MaxResponseHeadersLength = 16,
            ConnectCallback = ConnectAsync,
        };
        _client = new HttpClient(handler) { Timeout = _options.Timeout };
    }

    /// <inheritdoc/>
    public Refusal? Check(string url) =>
        url.Length > MaxUrlLength
        || !Uri.TryCreate(url, UriKind.Absolute, out var target)
        || !(string.Equals(target.Scheme, Uri.UriSchemeHttp, StringComparison.Ordinal)
            || string.Equals(target.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal))
        || target.UserInfo.Length > 0
        || target.Host.Length == 0
        || (IPAddress.TryParse(target.DnsSafeHost, out var address) && !IsAllowed(address))
            ? Refusals.InvalidParameter("url", url, Hint)
            : null;

    /// <inheritdoc/>
    public async Task<string?> SendAsync(
        WebhookSubscription subscription, WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, subscription.Url)
            {
                Content = new StringContent(delivery.Body, Encoding.UTF8, "application/json"),
            };
            request.Headers.Add(
                WebhookSignature.Header,
                WebhookSignature.Sign(subscription.Secret, delivery.Body, _time.GetUtcNow()));
            request.Headers.Add("Twin-Event-Id", delivery.NoticeId);
            request.Headers.Add("Twin-Event", delivery.Kind == AlertEventKind.Tested ? "test" : "alert");
            request.Headers.UserAgent.ParseAdd("twin-webhook/1");
            using var response = await _client.SendAsync(
                request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return response.IsSuccessStatusCode
                ? null
                : string.Create(CultureInfo.InvariantCulture, $"The target answered {(int)response.StatusCode}.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return string.Create(
                CultureInfo.InvariantCulture, $"No answer in {_options.Timeout.TotalSeconds:0.#} s.");
        }
        catch (Exception error) when (error is HttpRequestException or IOException or UriFormatException)
        {
            return $"The target cannot be reached: {error.Message}";
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private bool IsAllowed(IPAddress address) => _options.AllowPrivateTargets || TargetGuard.IsPublic(address);

    private async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken);
        var address = Array.Find(addresses, IsAllowed) ?? throw new HttpRequestException(
            $"{context.DnsEndPoint.Host} is no public host, and Webhooks:AllowPrivateTargets is off.");
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(new IPEndPoint(address, context.DnsEndPoint.Port), cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
