using System.Globalization;
using Npgsql;
using Twin.Model.Observations;
using Twin.Storage.CrashWriter;
using Twin.Storage.Tests.Support;
using Twin.TestKit;

namespace Twin.Storage.Tests;

/// <summary>Sessions that end, lines that break, a server that is killed.</summary>
[Collection(SharedPostgres.Name)]
public sealed class PostgresFailureTests(PostgresServer server)
{
    private const int Seed = 20261125;
    private const int Writers = 4;

    private readonly ManualTimeProvider _clock = new();

    [SkippableFact]
    public async Task Of_sessions_that_end_at_any_moment_every_batch_is_kept_once()
    {
        await using var logs = await PostgresLogs.CreateAsync(server, _clock);
        var log = logs.Open();
        await using var admin = await ConnectAsync(logs.Options.ConnectionString);

        var writing = AppendNumberedAsync(log, count: 300);
        while (!writing.IsCompleted)
        {
            await ExecuteAsync(
                admin,
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity " +
                "WHERE datname = current_database() AND pid <> pg_backend_pid() AND random() < 0.02");
        }

        AssertEachOnce(await writing, await logs.ReadAllAsync());
    }

    [SkippableFact]
    public async Task After_kills_of_the_server_nothing_acknowledged_is_lost_and_nothing_is_there_twice()
    {
        await using var logs = await PostgresLogs.CreateAsync(server, _clock);
        logs.Options.RetryTime = TimeSpan.FromMinutes(1);
        var log = logs.Open();
        var random = new Random(Seed);
        const int Kills = 5;

        var writing = AppendNumberedAsync(log, count: 1500);
        for (var kill = 0; kill < Kills; kill++)
        {
            var goal = log.Head + random.Next(1, 20_000);
            while (log.Head < goal && !writing.IsCompleted)
            {
                await Task.Yield();
            }

            await server.CrashAsync();
            await server.StartAsync();
        }

        AssertEachOnce(await writing, await logs.ReadAllAsync());
    }

    [SkippableTheory]
    [InlineData("the server commits, and its answer is lost", true)]
    [InlineData("the line breaks while the server still works on the commit", false)]
    public async Task A_commit_whose_answer_is_lost_is_answered_once_its_outcome_is_known(string name, bool isDurable)
    {
        await using var logs = await PostgresLogs.CreateAsync(server, _clock);
        var direct = logs.Options.ConnectionString;
        await using var line = new CuttableLine(new NpgsqlConnectionStringBuilder(direct).Port);
        logs.Options.ConnectionString = new NpgsqlConnectionStringBuilder(direct) { Port = line.Port }.ConnectionString;
        var log = logs.Open();
        await log.AppendAsync(Batches.Of(Batches.QuanToan, count: 3), default);
        await using var admin = await ConnectAsync(direct);
        await using var gate = await HoldCommitsAsync(admin, direct);

        var append = log.AppendAsync(Batches.Of(Batches.QuanToan, "k", count: 3), default).AsTask();
        await WaitForWaiterAsync(admin);
        line.Mute();
        if (!isDurable)
        {
            line.Cut();
        }

        await gate.DisposeAsync();
        await WaitForHeadAsync(admin, 6);
        line.Cut();
        var receipt = await append;

        Assert.True(receipt == new AppendReceipt(4, 6, _clock.GetUtcNow(), IsRepeat: false), name);
        Assert.Equal(6, log.Head);
        Assert.Equal([1, 4], (await logs.ReadAllAsync()).Select(batch => batch.FirstSequence));
    }

    [SkippableFact]
    public async Task A_commit_that_the_server_drops_is_written_again_and_counts_once()
    {
        await using var logs = await PostgresLogs.CreateAsync(server, _clock);
        var log = logs.Open();
        await log.AppendAsync(Batches.Of(Batches.QuanToan), default);
        await using var admin = await ConnectAsync(logs.Options.ConnectionString);
        await ExecuteAsync(admin, """
            CREATE SEQUENCE once;
            CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF nextval('once') = 1 THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF;
                RETURN NULL;
            END $$;
            CREATE CONSTRAINT TRIGGER die AFTER INSERT ON twin_batch
                DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION die();
            """);

        var receipt = await log.AppendAsync(Batches.Of(Batches.HongBang, "k"), default);

        Assert.Equal((2, false), (receipt.FirstSequence, receipt.IsRepeat));
        Assert.Equal(2, (await logs.ReadAllAsync()).Count);
    }

    [SkippableFact]
    public async Task While_the_server_is_away_appends_are_refused_and_afterwards_they_work()
    {
        await using var logs = await PostgresLogs.CreateAsync(server, _clock);
        logs.Options.RetryTime = TimeSpan.Zero;
        var log = logs.Open();
        await log.AppendAsync(Batches.Of(Batches.QuanToan, "before"), default);

        await server.CrashAsync();
        var refusals = new List<ObservationLogException>();
        for (var i = 0; i < 3; i++)
        {
            refusals.Add(await Assert.ThrowsAsync<ObservationLogException>(
                async () => await log.ClaimAsync("during", new byte[] { 1 }, default)));
        }

        var reading = await Assert.ThrowsAsync<ObservationLogException>(
            async () => await AsyncList.OfAsync(log.ReadAllAsync(0, default)));
        await server.StartAsync();
        var receipt = await log.AppendAsync(Batches.Of(Batches.QuanToan, "after"), default);

        Assert.All(refusals, refusal => Assert.Contains("Nothing was kept", refusal.Message, StringComparison.Ordinal));
        Assert.Contains("PostgreSQL", reading.Message, StringComparison.Ordinal);
        Assert.Equal(2, receipt.FirstSequence);
        Assert.Equal(RequestClaim.New, await log.ClaimAsync("during", new byte[] { 1 }, default));
    }

    [SkippableFact]
    public async Task A_batch_that_the_server_refuses_fails_whole_and_the_log_goes_on()
    {
        await using var logs = await PostgresLogs.CreateAsync(server, _clock);
        var log = logs.Open();
        await using var admin = await ConnectAsync(logs.Options.ConnectionString);
        await ExecuteAsync(admin, "ALTER TABLE twin_batch ADD CONSTRAINT small CHECK (last_sequence < 3)");
        await log.AppendAsync(Batches.Of(Batches.QuanToan, count: 2), default);

        await Assert.ThrowsAsync<ObservationLogException>(
            async () => await log.AppendAsync(Batches.Of(Batches.QuanToan, "k", count: 2), default));
        await ExecuteAsync(admin, "ALTER TABLE twin_batch DROP CONSTRAINT small");
        var receipt = await log.AppendAsync(Batches.Of(Batches.QuanToan, "k", count: 2), default);

        Assert.Equal((3, false), (receipt.FirstSequence, receipt.IsRepeat));
    }

    private static async Task<Dictionary<int, AppendReceipt>> AppendNumberedAsync(PostgresObservationLog log, int count)
    {
        var receipts = await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            var mine = new Dictionary<int, AppendReceipt>();
            for (var number = writer; number < count; number += Writers)
            {
                mine.Add(number, await log.AppendAsync(NumberedBatch.Of(number), default));
            }

            return mine;
        })));
        return receipts.SelectMany(mine => mine).ToDictionary();
    }

    private static void AssertEachOnce(Dictionary<int, AppendReceipt> receipts, List<LoggedBatch> logged)
    {
        Assert.All(receipts.Values, receipt => Assert.False(receipt.IsRepeat));
        Assert.Equal(receipts.Count, logged.Count);
        long next = 1;
        foreach (var batch in logged)
        {
            Assert.Equal(next, batch.FirstSequence);
            next = batch.LastSequence + 1;
            var number = int.Parse(batch.Batch.IdempotencyKey!, CultureInfo.InvariantCulture); // All have one.
            Batches.AssertSame(NumberedBatch.Of(number), batch.Batch);
            Assert.Equal(batch.FirstSequence, receipts[number].FirstSequence);
        }
    }

    // A commit stops before its end until the one who holds the lock lets go.
    private static async Task<NpgsqlConnection> HoldCommitsAsync(NpgsqlConnection admin, string connectionString)
    {
        await ExecuteAsync(admin, """
            CREATE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN PERFORM pg_advisory_xact_lock_shared(42); RETURN NULL; END $$;
            CREATE CONSTRAINT TRIGGER wait AFTER INSERT ON twin_batch
                DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION wait();
            """);
        var gate = await ConnectAsync(connectionString);
        await ExecuteAsync(gate, "SELECT pg_advisory_lock(42)");
        return gate;
    }

    private static Task WaitForWaiterAsync(NpgsqlConnection admin) => UntilAsync(
        admin, "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = 42 AND NOT granted", 1);

    private static Task WaitForHeadAsync(NpgsqlConnection admin, long head) =>
        UntilAsync(admin, "SELECT head FROM twin_log", head);

    private static async Task UntilAsync(NpgsqlConnection admin, string sql, long value)
    {
        while (await ExecuteAsync(admin, sql) is not long found || found != value)
        {
            await Task.Yield();
        }
    }

    private static async Task<NpgsqlConnection> ConnectAsync(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    private static async Task<object?> ExecuteAsync(NpgsqlConnection connection, string sql)
    {
#pragma warning disable CA2100 // The tests' own constants.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }
}
