using System.Text;
using System.Text.Json;

namespace Twin.Api.Tests.Live;

/// <summary>Reads server-sent events as a browser does.</summary>
internal sealed class EventReader : IAsyncDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly StreamReader _lines;
    private readonly CancellationTokenSource _giveUp = new(TimeSpan.FromSeconds(30));

    private EventReader(HttpResponseMessage response, Stream body)
    {
        _response = response;
        _lines = new StreamReader(body, Encoding.UTF8);
    }

    public HttpResponseMessage Response => _response;

    /// <summary>The last id seen.</summary>
    public string? LastEventId { get; private set; }

    public static async Task<EventReader> OpenAsync(
        HttpClient client, string path = "/v1/events", string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (lastEventId is not null)
        {
            request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        }

        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var reader = new EventReader(response, await response.Content.ReadAsStreamAsync());
        if (response.IsSuccessStatusCode)
        {
            // The beginning carries an id and no event.
            await reader.ReadBlockAsync();
        }

        return reader;
    }

    /// <summary>The next event; comments are passed over.</summary>
    public async Task<(string Kind, JsonElement Data)> ReadAsync()
    {
        while (true)
        {
            var (kind, data) = await ReadBlockAsync();
            if (kind.Length > 0)
            {
                return (kind, JsonElement.Parse(data));
            }
        }
    }

    /// <summary>The next block: an event, or an empty kind for a comment.</summary>
    public async Task<(string Kind, string Data)> ReadBlockAsync()
    {
        var kind = string.Empty;
        var data = string.Empty;
        while (true)
        {
            var line = await _lines.ReadLineAsync(_giveUp.Token)
                ?? throw new EndOfStreamException("The stream has ended.");
            if (line.Length == 0)
            {
                return (kind, data);
            }

            if (line.StartsWith("id: ", StringComparison.Ordinal))
            {
                LastEventId = line[4..];
            }
            else if (line.StartsWith("event: ", StringComparison.Ordinal))
            {
                kind = line[7..];
            }
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                data = line[6..];
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        _lines.Dispose();
        _response.Dispose();
        _giveUp.Dispose();
        return ValueTask.CompletedTask;
    }
}
