using System.Text.Json;
using Twin.Model.States;

namespace Twin.Silo.Demo;

/// <summary>
/// Keeps the marker with the states of grains, so that it is where the log is and in every backup of it. It is read
/// before anything else starts.
/// </summary>
internal sealed class DemoMarkerStore(IStateStore states) : IHostedLifecycleService
{
    private static readonly StateKey Key = new("demo", "marker", "city");

    private volatile DemoMarker? _current;

    /// <summary>The marker; <c>null</c> while the log holds no demonstration.</summary>
    public DemoMarker? Current => _current;

    public Task StartingAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    /// <summary>Replaces the marker, durably. Another silo that writes the same one at once does no harm.</summary>
    public async Task WriteAsync(DemoMarker marker, CancellationToken cancellationToken)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(marker, JsonSerializerOptions.Web);
        StateChange change;
        do
        {
            var etag = await ReadAsync(cancellationToken);
            change = await states.WriteAsync(Key, bytes, etag, cancellationToken);
        }
        while (change is StateChange.Conflict);
        _current = marker;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<string?> ReadAsync(CancellationToken cancellationToken)
    {
        var stored = await states.ReadAsync(Key, cancellationToken);
        _current = stored is null
            ? null
            : JsonSerializer.Deserialize<DemoMarker>(stored.Value.Span, JsonSerializerOptions.Web);
        return stored?.ETag;
    }
}
