using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Twin.Api.Feeds;

namespace Twin.Api.Tests.Feeds;

/// <summary>The API with feeds over the network, on free ports of this machine.</summary>
internal static class FeedApp
{
    // gpsd's example of message 1: 440 348 000 off New Hampshire.
    public const string Sentence = "!AIVDM,1,1,,A,16SteH0P00Jt63hHaa6SagvJ087r,0*42";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static Task<TwinApp> StartAsync(Action<FeedOptions>? configure = null) => TwinApp.StartAsync(
        services: services => services.PostConfigure<FeedOptions>(options =>
        {
            options.Tcp = "127.0.0.1:0";
            options.Udp = "127.0.0.1:0";
            configure?.Invoke(options);
        }));

    public static async Task<Socket> ConnectAsync(TwinApp app)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(TcpOf(app));
        return socket;
    }

    public static IPEndPoint TcpOf(TwinApp app) =>
        app.Service<FeedService>().Tcp ?? throw new InvalidOperationException("It does not listen.");

    public static IPEndPoint UdpOf(TwinApp app) =>
        app.Service<FeedService>().Udp ?? throw new InvalidOperationException("It does not listen.");

    public static async Task SendAsync(Socket socket, string text)
    {
        var rest = Encoding.UTF8.GetBytes(text).AsMemory();
        while (!rest.IsEmpty)
        {
            rest = rest[await socket.SendAsync(rest)..];
        }
    }

    public static string Row(string vessel, DateTimeOffset at, double longitude = 107.5) => FormattableString.Invariant(
        $$"""{"vessel":"{{vessel}}","time":"{{at:yyyy-MM-dd'T'HH:mm:ss'Z'}}","lon":{{longitude}},"lat":20.3}""") + "\n";

    /// <summary>Whether the other side has closed the connection: waits until it has sent something or gone.</summary>
    public static async Task<bool> IsClosedAsync(Socket socket)
    {
        try
        {
            return await socket.ReceiveAsync(new byte[1]) == 0;
        }
        catch (SocketException)
        {
            return true; // Closed with something unread.
        }
    }

    /// <summary>The feed once it is as it should be.</summary>
    public static async Task<JsonElement> UntilAsync(TwinApp app, string feed, Func<JsonElement, bool> isThere)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            var items = (await app.GetAsync("/v1/feeds")).GetProperty("items").EnumerateArray();
            var found = items.FirstOrDefault(item => item.GetProperty("id").ValueEquals(feed));
            if (found.ValueKind is JsonValueKind.Object && isThere(found))
            {
                return found;
            }

            Assert.False(limit.IsCancellationRequested, $"The feed {feed} is {found}.");
            await Task.Yield();
        }
    }

    /// <summary>Waits until a feed has so many reports that moved their vessel.</summary>
    public static Task<JsonElement> AcceptedAsync(TwinApp app, string feed, int accepted) =>
        UntilAsync(app, feed, one => one.GetProperty("accepted").GetInt32() == accepted);
}
