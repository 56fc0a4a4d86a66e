using System.Globalization;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Twin.Storage.Postgres;

/// <summary>
/// Hears of the commits of other silos: each commit notifies with its head. After a lost connection it asks for the
/// head, because notifications are not kept.
/// </summary>
internal sealed partial class HeadListener(PostgresDatabase database, SharedHead head, ILogger logger)
    : IAsyncDisposable
{
    private const string ListenSql = "LISTEN twin_log; SELECT head FROM twin_log WHERE id = 1";

    private readonly CancellationTokenSource _stop = new();
    private Task _listening = Task.CompletedTask;

    /// <summary>Asks for the head, so that it is right when this returns, and goes on listening.</summary>
    public void Start()
    {
        var connection = Connect();
        _listening = ListenAsync(connection);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _listening;
        _stop.Dispose();
    }

    private NpgsqlConnection Connect()
    {
        var connection = database.OpenOwn();
        try
        {
            connection.Notification += (_, notification) =>
                head.Advance(long.Parse(notification.Payload, CultureInfo.InvariantCulture));
            using var listen = new NpgsqlCommand(ListenSql, connection);
            head.Advance((long)listen.ExecuteScalar()!); // The row is there from the first migration on.
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private async Task ListenAsync(NpgsqlConnection? connection)
    {
        await Task.Yield();
        var retry = new PostgresRetry(Timeout.InfiniteTimeSpan);
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                connection ??= Connect();
                retry = new PostgresRetry(Timeout.InfiniteTimeSpan);
                while (true)
                {
                    await connection.WaitAsync(_stop.Token);
                }
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                // Closed.
            }
#pragma warning disable CA1031 // The edge of a host's loop: without it figures stay right, and readers wait longer.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                LogLost(logger, exception);
            }

            if (connection is not null)
            {
                await connection.DisposeAsync();
                connection = null;
            }

            await Task.Delay(retry.NextDelay(), TimeProvider.System, _stop.Token)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(11, LogLevel.Warning, "Lost the connection that hears of other silos' commits; connecting again")]
    private static partial void LogLost(ILogger logger, Exception exception);
}
