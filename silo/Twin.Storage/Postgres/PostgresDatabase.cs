using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Npgsql;
using Twin.Model.Observations;

namespace Twin.Storage.Postgres;

/// <summary>
/// The database of a city: its tables are up to date, connections are given out, and what passes is tried again. Safe
/// for any number of threads.
/// </summary>
public sealed class PostgresDatabase : IAsyncDisposable
{
    // Each statement behind the log's lock must see what was committed before the lock was had. A point look-up must
    // not turn into a scan because the plan was made when the table was small. Whoever holds the lock and says nothing,
    // such as a machine that lost its network, is let go; and a server whose default is to answer before the disk has
    // it is told otherwise.
    private const string WriterSessionSql = """
        SET enable_seqscan = off;
        SET enable_hashjoin = off;
        SET enable_mergejoin = off;
        SET jit = off;
        SET default_transaction_isolation = 'read committed';
        SET idle_in_transaction_session_timeout = '10s';
        SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'
        """;

    // A silo that has just been stopped, or a session that was just lost, may need a moment to let go.
    private const string ShareSql = """
        SET lock_timeout = '3s';
        SELECT pg_advisory_lock_shared(1417111918, 2);
        SET lock_timeout = '10s'
        """;

    private const string OwnSql = """
        SET lock_timeout = '3s';
        SELECT pg_advisory_lock(1417111918, 2);
        SET lock_timeout = '10s'
        """;

    private const string ApplicationName = "twin";
    private const int PreparedStatements = 32;
    private const int KeepAliveSeconds = 30;

    private readonly string _writerString;
    private readonly NpgsqlDataSource _readers;
    private readonly SemaphoreSlim _reading;
    private readonly CancellationTokenSource _closing = new();

    private PostgresDatabase(PostgresOptions options, string writerString, NpgsqlDataSource readers)
    {
        Options = options;
        _writerString = writerString;
        _readers = readers;
        _reading = new SemaphoreSlim(options.MaxReaders);
    }

    internal PostgresOptions Options { get; }

    /// <summary>
    /// Connects and brings the tables up to date. Throws <see cref="ObservationLogException"/> when the server cannot
    /// be reached, refuses, or holds the tables of a later program; no message holds a password.
    /// </summary>
    public static PostgresDatabase Open(PostgresOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        var settings = Settings(options);
        try
        {
            using (var connection = new NpgsqlConnection(Unpooled(settings)))
            {
                connection.Open();
                PostgresSchema.Migrate(connection);
            }

            var readers = NpgsqlDataSource.Create(Pooled(settings, options));
            return new PostgresDatabase(options, Unpooled(settings), readers);
        }
        catch (NpgsqlException exception)
        {
            throw new ObservationLogException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The database '{settings.Database}' of PostgreSQL at {settings.Host}:{settings.Port} cannot be " +
                    $"opened: {Reason(exception)}"),
                exception);
        }
    }

    /// <summary>The first line of what went wrong, without the inner workings.</summary>
    internal static string Reason(Exception exception) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable } =>
            "Another program works on it, or a backup is being restored into it.",
        PostgresException server => server.MessageText,
        { InnerException: { } inner } => inner.Message,
        _ => exception.Message,
    };

    /// <summary>
    /// A session of its own for writing the log. It holds the lock that keeps a restore away, and other silos if this
    /// one owns the database; it is refused while such a one has the lock.
    /// </summary>
    internal NpgsqlConnection OpenWriter()
    {
        var connection = OpenOwn();
        try
        {
            using var set = new NpgsqlCommand(WriterSessionSql, connection);
            set.ExecuteNonQuery();
#pragma warning disable CA2100 // One of two constants.
            using var take = new NpgsqlCommand(Options.IsOwner ? OwnSql : ShareSql, connection);
#pragma warning restore CA2100
            take.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A session of its own, which no pool keeps.</summary>
    internal NpgsqlConnection OpenOwn()
    {
        var connection = new NpgsqlConnection(_writerString);
        connection.Open();
        return connection;
    }

    /// <summary>
    /// Runs something that may be repeated on a connection of the pool, again when the server was away for a moment.
    /// </summary>
    /// <exception cref="ObservationLogException">The server refused, or stayed away.</exception>
    internal async Task<T> UseAsync<T>(
        Func<NpgsqlConnection, CancellationToken, Task<T>> use, CancellationToken cancellationToken)
    {
        var retry = new PostgresRetry(Options.RetryTime);
        while (true)
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token);
            try
            {
                return await UseOnceAsync(use, either.Token);
            }
            catch (NpgsqlException exception) when (!_closing.IsCancellationRequested && retry.MayTryAgain(exception))
            {
                await Task.Delay(retry.NextDelay(), TimeProvider.System, cancellationToken);
            }
            catch (NpgsqlException exception)
            {
                throw new ObservationLogException($"PostgreSQL could not be used: {Reason(exception)}", exception);
            }
            catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
            {
                throw new ObservationLogException("The observation log is closed.", exception);
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _readers.DisposeAsync();
    }

    private async Task<T> UseOnceAsync<T>(
        Func<NpgsqlConnection, CancellationToken, Task<T>> use, CancellationToken cancellationToken)
    {
        // Waiting here and not for the pool, which gives up after a while: a city that starts reads all its units.
        await _reading.WaitAsync(cancellationToken);
        try
        {
            await using var connection = await _readers.OpenConnectionAsync(cancellationToken);
            return await use(connection, cancellationToken);
        }
        finally
        {
            _reading.Release();
        }
    }

    private static NpgsqlConnectionStringBuilder Settings(PostgresOptions options)
    {
        var settings = Parse(options.ConnectionString)
            ?? throw new ObservationLogException(
                "The PostgreSQL connection string cannot be read. Write it as " +
                "'Host=…;Port=5432;Database=…;Username=…;Password=…'.");
        settings.Enlist = false;
        settings.IncludeErrorDetail = false;
        settings.PersistSecurityInfo = false;
        settings.ApplicationName ??= ApplicationName;
        settings.KeepAlive = settings.KeepAlive == 0 ? KeepAliveSeconds : settings.KeepAlive;
        return settings.Host is { Length: > 0 }
            ? settings
            : throw new ObservationLogException("The PostgreSQL connection string names no host.");
    }

    // The cause goes no further: its text may repeat a part of the string, and so of the password.
    private static NpgsqlConnectionStringBuilder? Parse(string connectionString)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            return null;
        }
    }

    private static string Unpooled(NpgsqlConnectionStringBuilder settings) =>
        new NpgsqlConnectionStringBuilder(settings.ConnectionString) { Pooling = false }.ConnectionString;

    private static string Pooled(NpgsqlConnectionStringBuilder settings, PostgresOptions options) =>
        new NpgsqlConnectionStringBuilder(settings.ConnectionString)
        {
            MaxPoolSize = options.MaxReaders,
            MaxAutoPrepare = PreparedStatements,
        }.ConnectionString;
}
