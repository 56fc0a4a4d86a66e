using System.Globalization;
using Npgsql;
using Twin.Model.Observations;

namespace Twin.Storage.Postgres;

/// <summary>
/// The tables, made and brought up to date by the program itself: each migration runs once, in order, in one
/// transaction with the note that it ran. Programs that start together take turns.
/// </summary>
internal static class PostgresSchema
{
    // Advisory locks are named by two numbers; the first is "Twin" in ASCII, so that other programs' do not meet ours.
    private const string LockSql = "SELECT pg_advisory_xact_lock(1417111918, 1)";

    private const string VersionsSql = """
        CREATE TABLE IF NOT EXISTS twin_schema(
            version integer PRIMARY KEY,
            name text NOT NULL,
            applied_at timestamptz NOT NULL DEFAULT now());
        SELECT coalesce(max(version), 0) FROM twin_schema
        """;

    private const string NoteSql = "INSERT INTO twin_schema(version, name) VALUES ($1, $2)";

    // Texts that people send are kept as their UTF-8 bytes: a text column refuses U+0000, and one such report would
    // fail every other in its commit. Packed observations do not get smaller by compressing.
    private const string ObservationLogSql = """
        CREATE TABLE twin_log(
            id integer PRIMARY KEY CHECK (id = 1),
            head bigint NOT NULL,
            recorded_at bigint NOT NULL,
            created_at timestamptz NOT NULL DEFAULT now()) WITH (fillfactor = 10);
        INSERT INTO twin_log(id, head, recorded_at) VALUES (1, 0, 0);
        CREATE TABLE twin_writer(
            id uuid PRIMARY KEY,
            commits bigint NOT NULL,
            committed_at timestamptz NOT NULL) WITH (fillfactor = 50);
        CREATE TABLE twin_indicator(
            id bigint PRIMARY KEY,
            code text COLLATE "C" NOT NULL UNIQUE,
            checksum bigint NOT NULL);
        CREATE TABLE twin_batch(
            first_sequence bigint PRIMARY KEY,
            last_sequence bigint NOT NULL,
            recorded_at bigint NOT NULL,
            checksum bigint NOT NULL,
            unit bytea NOT NULL,
            reporter bytea NOT NULL,
            idempotency_key bytea NULL,
            observations bytea NOT NULL);
        ALTER TABLE twin_batch ALTER COLUMN observations SET STORAGE EXTERNAL;
        CREATE UNIQUE INDEX twin_batch_of_unit ON twin_batch(unit, first_sequence);
        CREATE UNIQUE INDEX twin_batch_of_key ON twin_batch(idempotency_key, unit) WHERE idempotency_key IS NOT NULL;
        CREATE TABLE twin_request(
            idempotency_key bytea PRIMARY KEY,
            body_hash bytea NOT NULL,
            claimed_at bigint NOT NULL);
        """;

    private const string StatesSql = """
        ALTER TABLE twin_log ADD COLUMN state_version bigint NOT NULL DEFAULT 0;
        CREATE TABLE twin_state(
            version bigint PRIMARY KEY,
            grain_type bytea NOT NULL,
            state_name bytea NOT NULL,
            key bytea NOT NULL,
            value bytea NOT NULL);
        CREATE UNIQUE INDEX twin_state_of_key ON twin_state(grain_type, state_name, key);
        """;

    private const string CityJournalSql = """
        CREATE TABLE twin_city_change(
            sequence bigint PRIMARY KEY,
            kind bytea NOT NULL,
            made_by bytea NOT NULL,
            made_at bigint NOT NULL,
            reason bytea NOT NULL,
            payload bytea NOT NULL,
            undoes bigint NULL);
        """;

    private const string PositionsSql = """
        ALTER TABLE twin_log ADD COLUMN position_head bigint NOT NULL DEFAULT 0;
        CREATE TABLE twin_position_batch(
            sequence bigint PRIMARY KEY,
            shard bigint NOT NULL,
            recorded_at bigint NOT NULL,
            checksum bigint NOT NULL,
            reports bytea NOT NULL);
        ALTER TABLE twin_position_batch ALTER COLUMN reports SET STORAGE EXTERNAL;
        CREATE UNIQUE INDEX twin_position_batch_of_shard ON twin_position_batch(shard, sequence);
        """;

    // Append only: a database that has run one never runs it again.
    private static readonly (string Name, string Sql)[] Migrations =
        [
            ("observation log", ObservationLogSql),
            ("states of grains", StatesSql),
            ("journal of the city", CityJournalSql),
            ("positions of vessels", PositionsSql),
        ];

    /// <summary>The version of the tables that this program works with.</summary>
    public static int Version => Migrations.Length;

    /// <summary>
    /// Brings the tables up to date; throws <see cref="ObservationLogException"/> when a later program made them.
    /// </summary>
    public static void Migrate(NpgsqlConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        using var locking = new NpgsqlCommand(LockSql, connection, transaction);
        locking.ExecuteNonQuery();
        using var versions = new NpgsqlCommand(VersionsSql, connection, transaction);
        var version = (int)versions.ExecuteScalar()!; // coalesce gives no null.
        if (version > Version)
        {
            throw new ObservationLogException(string.Create(
                CultureInfo.InvariantCulture,
                $"The database has schema version {version}; this program knows version {Version}. Use the program " +
                $"version that wrote it, or a newer one."));
        }

        for (; version < Version; version++)
        {
            var (name, sql) = Migrations[version];
#pragma warning disable CA2100 // A constant of this class.
            using var migrate = new NpgsqlCommand(sql, connection, transaction);
#pragma warning restore CA2100
            migrate.ExecuteNonQuery();
            using var note = new NpgsqlCommand(NoteSql, connection, transaction)
            {
                Parameters = { new() { Value = version + 1 }, new() { Value = name } },
            };
            note.ExecuteNonQuery();
        }

        transaction.Commit();
    }
}
