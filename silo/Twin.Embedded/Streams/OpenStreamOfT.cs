using System.Diagnostics.CodeAnalysis;
using Orleans.Runtime;

namespace Twin.Embedded.Streams;

/// <summary>An enumeration of results of one type.</summary>
[SuppressMessage("Design", "CA1001", Justification = "CloseAsync, which every enumeration ends with, disposes of it.")]
internal sealed class OpenStream<T> : OpenStream
{
    private readonly CancellationTokenSource _cancellation = new();
    private readonly IAsyncEnumerator<T> _results;
    private Task<bool>? _moving;

    public OpenStream(StreamSource<T> source, object grain)
    {
        _results = source.Send(grain).GetAsyncEnumerator(_cancellation.Token);
    }

    /// <summary>
    /// The results that are there, up to a number; waits for the first of them, and gives none when that takes long.
    /// </summary>
    /// <exception cref="EnumerationAbortedException">It was cancelled, and the grain has ended it for that.</exception>
    public async Task<StreamBatch<T>> NextAsync(int batchSize, TimeSpan patience, TimeProvider time)
    {
        var items = new List<T>();
        while (items.Count < batchSize)
        {
            _moving ??= _results.MoveNextAsync().AsTask();
            if (items.Count > 0 && !_moving.IsCompletedSuccessfully)
            {
                // What is there goes out; the next call waits for more, or meets the failure.
                break;
            }

            if (!await IsThereAsync(_moving, patience, time))
            {
                break;
            }

            var hasNext = await _moving;
            _moving = null;
            if (!hasNext)
            {
                return new StreamBatch<T>(items, IsLast: true);
            }

            items.Add(_results.Current);
        }

        return new StreamBatch<T>(items, IsLast: false);
    }

    public override void Cancel() => _cancellation.Cancel();

    public override async Task CloseAsync()
    {
        Cancel();
        if (_moving is { } moving)
        {
            // An enumerator must not be disposed while it moves.
            await ((Task)moving).ConfigureAwait(
                ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }

        await _results.DisposeAsync();
        _cancellation.Dispose();
    }

    private async Task<bool> IsThereAsync(Task<bool> moving, TimeSpan patience, TimeProvider time)
    {
        if (moving.IsCompletedSuccessfully)
        {
            return true;
        }

        try
        {
            await moving.WaitAsync(patience, time, _cancellation.Token);
            return true;
        }
        catch (TimeoutException) when (!moving.IsCompleted)
        {
            return false;
        }
        catch (OperationCanceledException exception) when (_cancellation.IsCancellationRequested)
        {
            throw new EnumerationAbortedException("The activation that gives the results ends.", exception);
        }
    }
}
