using Npgsql;
using Twin.Model.Observations;
using Twin.Storage.Postgres;
using Twin.Storage.Tests.Support;
using Twin.TestKit;

namespace Twin.Storage.Tests;

/// <summary>What is PostgreSQL's own: several silos on one log, and a server that goes away.</summary>
[Collection(SharedPostgres.Name)]
public sealed class PostgresObservationLogTests(PostgresServer server)
{
    private readonly ManualTimeProvider _clock = new();

    [SkippableFact]
    public async Task Silos_that_append_at_once_share_the_numbers_and_no_reader_misses_a_lower_one()
    {
        await using var logs = await PostgresLogs.CreateAsync(server, _clock);
        PostgresObservationLog[] silos = [logs.Open(), logs.Open(), logs.Open()];
        var writing = Task.WhenAll(silos.SelectMany(silo => Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 40; i++)
            {
                await silo.AppendAsync(Batches.Of(Batches.QuanToan, count: 2), default);
            }
        }))));

        long seen = 0;
        while (seen < 3 * 4 * 40 * 2)
        {
            foreach (var batch in await AsyncList.OfAsync(silos[0].ReadAllAsync(seen, default)))
            {
                Assert.Equal(seen + 1, batch.FirstSequence);
                seen = batch.LastSequence;
            }
        }

        await writing;
        Assert.Equal(seen, (await logs.ReadAllAsync())[^1].LastSequence);
    }

    [SkippableFact]
    public async Task A_key_counts_once_whichever_silo_it_comes_to()
    {
        await using var logs = await PostgresLogs.CreateAsync(server, _clock);
        PostgresObservationLog[] silos = [logs.Open(), logs.Open()];

        var receipts = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(
            async () => await silos[i % 2].AppendAsync(Batches.Of(Batches.QuanToan, "k", count: 3), default))));
        var claims = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(
            async () => await silos[i % 2].ClaimAsync("k", new byte[] { 1 }, default))));

        Assert.Single(receipts, receipt => !receipt.IsRepeat);
        Assert.All(receipts, receipt => Assert.Equal((1, 3), (receipt.FirstSequence, receipt.LastSequence)));
        Assert.Single(claims, RequestClaim.New);
        Assert.Single(await logs.ReadAllAsync());
    }

    [SkippableFact]
    public async Task The_head_hears_of_another_silos_commits()
    {
        await using var logs = await PostgresLogs.CreateAsync(server, _clock);
        var listening = logs.Open();
        var writing = logs.Open();

        var receipt = await writing.AppendAsync(Batches.Of(Batches.QuanToan, count: 5), default);
        while (listening.Head < receipt.LastSequence)
        {
            await Task.Yield();
        }

        Assert.Equal(5, listening.Head);
    }

    [SkippableFact]
    public async Task Silos_that_meet_new_indicators_at_once_give_each_one_number()
    {
        await using var logs = await PostgresLogs.CreateAsync(server, _clock);
        PostgresObservationLog[] silos = [logs.Open(), logs.Open(), logs.Open()];

        await Task.WhenAll(Enumerable.Range(0, 30).Select(i => Task.Run(
            async () => await silos[i % 3].AppendAsync(Batches.Of(Batches.QuanToan, count: 1 + i), default))));

        foreach (var silo in silos)
        {
            Assert.All(
                await AsyncList.OfAsync(silo.ReadAllAsync(0, default)),
                batch => Batches.AssertSame(
                    Batches.Of(Batches.QuanToan, count: batch.Batch.Observations.Length), batch.Batch));
        }
    }

    [SkippableFact]
    public async Task Recorded_times_never_go_back_from_silo_to_silo()
    {
        await using var logs = await PostgresLogs.CreateAsync(server, _clock);
        var first = await logs.Open().AppendAsync(Batches.Of(Batches.QuanToan), default);

        _clock.Advance(TimeSpan.FromHours(-1));
        var second = await logs.Open().AppendAsync(Batches.Of(Batches.QuanToan), default);

        Assert.Equal(first.RecordedAt, second.RecordedAt);
    }

    [SkippableFact]
    public async Task A_large_group_goes_by_copy_and_comes_back_as_it_was()
    {
        await using var logs = await PostgresLogs.CreateAsync(server, _clock);
        var log = logs.Open();
        var batches = Enumerable.Range(0, 40).Select(i => Batches.Of(
            i % 2 == 0 ? Batches.QuanToan : Batches.HongBang,
            i % 3 == 0 ? null : FormattableString.Invariant($"k{i}"),
            count: 3000,
            value: i / 3.0)).ToArray();

        await Task.WhenAll(batches.Select(batch => log.AppendAsync(batch, default).AsTask()));
        var repeat = await log.AppendAsync(batches[1], default);

        var read = await logs.ReadAllAsync();
        Assert.True(repeat.IsRepeat);
        Assert.Equal(batches.Length, read.Count);
        foreach (var (batch, logged) in batches.OrderBy(b => b.Observations[0].Value).Zip(
            read.OrderBy(b => b.Batch.Observations[0].Value)))
        {
            Batches.AssertSame(batch, logged.Batch);
        }
    }

    [SkippableFact]
    public async Task A_text_that_no_text_column_takes_fails_nobody()
    {
        await using var logs = await PostgresLogs.CreateAsync(server, _clock);
        var log = logs.Open();
        var odd = Batches.Of(Batches.QuanToan, "k\0") with { Reporter = "\0" };

        await Task.WhenAll(
            log.AppendAsync(odd, default).AsTask(), log.AppendAsync(Batches.Of(Batches.HongBang), default).AsTask());

        Assert.Contains(await logs.ReadAllAsync(), logged => logged.Batch.Reporter is "\0");
    }

    [SkippableTheory]
    [InlineData("a damaged blob", "observations = substr(observations, 1, length(observations) - 1)")]
    [InlineData("another unit's number", "unit = '11297'")]
    [InlineData("no key", "idempotency_key = NULL")]
    [InlineData("another time", "recorded_at = recorded_at + 1")]
    public async Task A_damaged_row_is_named_by_its_sequence(string name, string change)
    {
        await using var logs = await PostgresLogs.CreateAsync(server, _clock);
        var log = logs.Open();
        await log.AppendAsync(Batches.Of(Batches.HongBang, "a", count: 3), default);
        await log.AppendAsync(Batches.Of(Batches.QuanToan, "b", count: 3), default);

        await ExecuteAsync(logs, $"UPDATE twin_batch SET {change} WHERE first_sequence = 4");
        var failure = await Assert.ThrowsAsync<ObservationLogException>(() => logs.ReadAllAsync());

        Assert.True(failure.Message.Contains("sequence 4", StringComparison.Ordinal), $"{name}: {failure.Message}");
    }

    [SkippableTheory]
    [InlineData("the first", 1)]
    [InlineData("one in the middle", 2)]
    [InlineData("the last", 3)]
    public async Task A_missing_row_is_noticed(string name, long sequence)
    {
        await using var logs = await PostgresLogs.CreateAsync(server, _clock);
        var log = logs.Open();
        for (var i = 0; i < 3; i++)
        {
            await log.AppendAsync(Batches.Of(Batches.QuanToan), default);
        }

        await ExecuteAsync(
            logs, FormattableString.Invariant($"DELETE FROM twin_batch WHERE first_sequence = {sequence}"));
        var failure = await Assert.ThrowsAsync<ObservationLogException>(() => logs.ReadAllAsync());

        Assert.True(
            failure.Message.Contains(FormattableString.Invariant($"sequence {sequence}:"), StringComparison.Ordinal),
            $"{name}: {failure.Message}");
    }

    [SkippableFact]
    public async Task Silos_that_start_together_make_the_tables_once()
    {
        await using var logs = await PostgresLogs.CreateAsync(server, _clock);

        var opened = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(
            () => PostgresDatabase.Open(logs.Options))));

        await Task.WhenAll(opened.Select(database => database.DisposeAsync().AsTask()));
        Assert.Equal(1L, await ScalarAsync(logs, "SELECT count(*) FROM twin_log"));
    }

    [SkippableFact]
    public async Task The_tables_of_a_later_program_are_refused_and_left_alone()
    {
        await using var logs = await PostgresLogs.CreateAsync(server, _clock);
        logs.Open();
        await ExecuteAsync(logs, "INSERT INTO twin_schema(version, name) VALUES (1000, 'later')");

        var refusal = Assert.Throws<ObservationLogException>(logs.Open);

        Assert.Contains("schema version 1000", refusal.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Who_owns_the_database_has_it_alone()
    {
        await using var logs = await PostgresLogs.CreateAsync(server, _clock);
        logs.Options.IsOwner = true;
        var owner = logs.Open();

        var refusal = Assert.Throws<ObservationLogException>(logs.Open);
        await owner.DisposeAsync();
        var next = logs.Open();

        Assert.Contains("Another program", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, (await next.AppendAsync(Batches.Of(Batches.QuanToan), default)).FirstSequence);
    }

    [Theory]
    [InlineData("nobody listens", "Host=127.0.0.1;Port=1;Username=u;Password=geheim;Timeout=2", "127.0.0.1:1")]
    [InlineData("no host", "Username=u;Password=geheim", "no host")]
    [InlineData("an unknown word", "Host=h;Pasword=geheim", "cannot be read")]
    [InlineData("no connection string at all", "postgres://u:geheim@h/d", "cannot be read")]
    [InlineData("a password with a semicolon", "Host=h;Password=a;geheim=b", "cannot be read")]
    public void A_server_that_cannot_be_had_is_told_in_a_line_without_the_password(
        string name, string connectionString, string reason)
    {
        var refusal = Assert.Throws<ObservationLogException>(
            () => PostgresDatabase.Open(new PostgresOptions { ConnectionString = connectionString }));

        Assert.True(refusal.Message.Contains(reason, StringComparison.Ordinal), $"{name}: {refusal.Message}");
        Assert.DoesNotContain("geheim", refusal.ToString(), StringComparison.Ordinal);
    }

    private static async Task ExecuteAsync(PostgresLogs logs, string sql) => await ScalarAsync(logs, sql);

    private static async Task<object?> ScalarAsync(PostgresLogs logs, string sql)
    {
        await using var connection = new NpgsqlConnection(logs.Options.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
#pragma warning disable CA2100 // The tests' own constants.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }
}
