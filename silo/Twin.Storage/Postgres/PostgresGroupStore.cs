using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;
using Twin.Model.Observations;
using Twin.Storage.Encoding;
using Twin.Storage.Positions;
using Twin.Storage.States;
using Twin.Storage.Writing;

namespace Twin.Storage.Postgres;

/// <summary>
/// Writes groups to the server. A session that fails is dropped, and with it its transaction; the group is tried again
/// on a new one. Only when the commit itself was under way is the outcome open: then it is asked for, however long that
/// takes, and nobody is answered before.
/// </summary>
internal sealed partial class PostgresGroupStore(
    PostgresDatabase database, SharedHead head, TimeProvider time, ILogger logger)
    : IGroupStore, IDisposable
{
    // The id comes from the server, which has a generator of them.
    private const string NewWriterSql = """
        DELETE FROM twin_writer WHERE committed_at < now() - interval '30 days';
        SELECT gen_random_uuid()
        """;

    private readonly CancellationTokenSource _givingUp = new();
    private Guid? _writer;
    private CommitSession? _session;

    // Commits of this writer whose outcome is known to be "kept".
    private long _commits;

    /// <summary>Connects, so that a server that cannot be used is known before anything is written.</summary>
    public void Connect()
    {
        var connection = database.OpenWriter();
        try
        {
            _writer ??= NewWriter(connection);
            _session = new CommitSession(connection, _writer.Value);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public void Commit(IReadOnlyList<WriteRequest> group)
    {
        var retry = new PostgresRetry(database.Options.RetryTime);
        while (!TryCommit(group, retry))
        {
            // Nothing of it was kept.
            Wait(retry);
        }
    }

    public CommitFailure Abandon(Exception exception)
    {
        var outcome = exception is OutcomeUnknownException ? "It may have been kept" : "Nothing was kept";
        return new CommitFailure(
            new ObservationLogException(
                $"The observation log could not write: {PostgresDatabase.Reason(exception)} {outcome}; send it again " +
                "with the same key.",
                exception),
            Fault: null);
    }

    public void Finish()
    {
        // Every commit has left the tables in good order.
    }

    /// <summary>Lets the writer, which is to end, wait for the server no longer than for a refusal.</summary>
    public void GiveUpSoon() => _givingUp.CancelAfter(database.Options.RetryTime);

    public void Dispose()
    {
        _session?.Dispose();
        _givingUp.Dispose();
    }

    private static Guid NewWriter(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(NewWriterSql, connection);
        return (Guid)command.ExecuteScalar()!; // The function gives one.
    }

    // False when nothing was kept and another try is worth it; throws when it is not.
    private bool TryCommit(IReadOnlyList<WriteRequest> group, PostgresRetry retry)
    {
        var isCommitting = false;
        try
        {
            if (_session is null)
            {
                Connect();
            }

            Write(_session!, group, ref isCommitting); // Connect has set it.
            return true;
        }
        catch (Exception exception)
        {
            // The server rolls back what a lost session has not committed, and never carries it out later.
            Drop();
            if (isCommitting && Settle(group, exception))
            {
                return true;
            }

            if (_givingUp.IsCancellationRequested || !retry.MayTryAgain(exception))
            {
                throw;
            }

            LogTryingAgain(logger, exception, group.Count);
            return false;
        }
    }

    private void Write(CommitSession session, IReadOnlyList<WriteRequest> group, ref bool isCommitting)
    {
        var known = session.Begin(
            [.. group.OfType<AppendRequest>().Where(append => append.IdempotencyKey is not null)],
            [.. group.OfType<ClaimRequest>()],
            [.. group.OfType<StateRequest>()]);

        // A clock that was set back, or that is behind another silo's, must not make a later batch look older.
        var now = Math.Max(time.GetUtcNow().ToUnixTimeMilliseconds(), known.RecordedAtMilliseconds);
        var state = new CommitState(known.Head, now);
        var batches = new List<BatchToWrite>(group.Count);
        var claims = new List<ClaimRequest>();
        var states = new StateChanges(known.States, known.StateVersion);
        var positions = new PositionsToWrite(known.PositionHead);
        foreach (var request in group)
        {
            switch (request)
            {
                case AppendRequest append:
                    append.Decide(Append(append, known, state, batches));
                    break;
                case ClaimRequest claim:
                    claim.Decide(Claim(claim, known, claims));
                    break;
                case StateRequest change:
                    change.Decide(states.Apply(change));
                    break;
                case PositionRequest reports:
                    reports.Decide(positions.Add(reports, now));
                    break;
                default:
                    throw new UnreachableException();
            }
        }

        isCommitting = true;
        session.Finish(state, batches, claims, states, positions, state.Head > known.Head, _commits + 1);
        _commits++;
        head.Advance(state.Head);
    }

    private static AppendReceipt Append(
        AppendRequest append, CommitBase known, CommitState state, List<BatchToWrite> batches)
    {
        if (append.IdempotencyKey is { } key)
        {
            if (known.Receipts.TryGetValue((key, append.Unit), out var receipt))
            {
                return receipt;
            }

            if (state.Find(key, append.Unit) is { } repeat)
            {
                return repeat;
            }
        }

        batches.Add(new BatchToWrite(append.Batch, state.Head + 1));
        return state.Add(append.Unit, append.IdempotencyKey, append.Batch.Count);
    }

    private static RequestClaim Claim(ClaimRequest claim, CommitBase known, List<ClaimRequest> claims)
    {
        var key = StrictUtf8.GetString(claim.IdempotencyKey);
        if (known.Requests.TryAdd(key, claim.BodyHash))
        {
            claims.Add(claim);
            return RequestClaim.New;
        }

        return known.Requests[key].AsSpan().SequenceEqual(claim.BodyHash)
            ? RequestClaim.Repeat
            : RequestClaim.Conflict;
    }

    // The answers were decided before the commit; they hold if it is kept.
    private bool Settle(IReadOnlyList<WriteRequest> group, Exception exception)
    {
        LogOutcomeUnknown(logger, exception, group.Count);
        var retry = new PostgresRetry(Timeout.InfiniteTimeSpan);
        while (true)
        {
            if (_givingUp.IsCancellationRequested)
            {
                throw new OutcomeUnknownException(PostgresDatabase.Reason(exception), exception);
            }

            try
            {
                Connect();
                var isKept = _session!.ReadCommits() > _commits; // Connect has set it.
                _commits += isKept ? 1 : 0;
                foreach (var append in isKept ? group.OfType<AppendRequest>() : [])
                {
                    head.Advance(append.Decided.LastSequence);
                }

                LogOutcome(logger, group.Count, isKept);
                return isKept;
            }
#pragma warning disable CA1031 // The edge of the ingest loop: whatever it is, nobody is answered before it is known.
            catch (Exception)
#pragma warning restore CA1031
            {
                Drop();
                Wait(retry);
            }
        }
    }

    private void Wait(PostgresRetry retry) => _givingUp.Token.WaitHandle.WaitOne(retry.NextDelay());

    private void Drop()
    {
        _session?.Dispose();
        _session = null;
    }

    [LoggerMessage(12, LogLevel.Warning, "A commit of {Requests} requests failed, nothing was kept; trying again")]
    private static partial void LogTryingAgain(ILogger logger, Exception exception, int requests);

    [LoggerMessage(13, LogLevel.Warning, "The server was lost during a commit of {Requests} requests; asking for it")]
    private static partial void LogOutcomeUnknown(ILogger logger, Exception exception, int requests);

    [LoggerMessage(14, LogLevel.Warning, "The commit of {Requests} requests whose outcome was open was kept: {IsKept}")]
    private static partial void LogOutcome(ILogger logger, int requests, bool isKept);

    private sealed class OutcomeUnknownException(string message, Exception inner) : Exception(message, inner);
}
