namespace Twin.Silo.Runtime.Orleans;

/// <summary>
/// The tables that Orleans' ADO.NET providers work on, and the statements by which they do. The providers know only the
/// table <c>OrleansQuery</c>, the keys of the statements in it, the names of their parameters and of the columns that
/// they answer; all else is ours. Each statement is one round trip and atomic by itself.
/// </summary>
/// <remarks>PostgreSQL and SQLite take the same text, but for the one statement that says so.</remarks>
internal static class GrainTables
{
    /// <summary>Makes what is missing. Columns are only ever added: an older silo can go on beside a newer.</summary>
    public const string Create =
        """
        CREATE TABLE IF NOT EXISTS OrleansQuery (
            QueryKey text PRIMARY KEY,
            QueryText text NOT NULL);
        CREATE TABLE IF NOT EXISTS orleans_state (
            service_id text NOT NULL,
            grain_type text NOT NULL,
            key_0 bigint NOT NULL,
            key_1 bigint NOT NULL,
            key_text text NOT NULL,
            version integer NOT NULL,
            payload bytea,
            PRIMARY KEY (service_id, grain_type, key_0, key_1, key_text));
        CREATE TABLE IF NOT EXISTS orleans_reminder (
            service_id text NOT NULL,
            grain_id text NOT NULL,
            reminder_name text NOT NULL,
            start_time timestamptz NOT NULL,
            period_milliseconds bigint NOT NULL,
            grain_hash integer NOT NULL,
            version integer NOT NULL,
            PRIMARY KEY (service_id, grain_id, reminder_name));
        CREATE INDEX IF NOT EXISTS orleans_reminder_by_hash ON orleans_reminder (service_id, grain_hash);
        CREATE TABLE IF NOT EXISTS orleans_cluster (
            cluster_id text PRIMARY KEY,
            version integer NOT NULL);
        CREATE TABLE IF NOT EXISTS orleans_silo (
            cluster_id text NOT NULL REFERENCES orleans_cluster,
            address text NOT NULL,
            port integer NOT NULL,
            generation integer NOT NULL,
            silo_name text NOT NULL,
            host_name text NOT NULL,
            status integer NOT NULL,
            proxy_port integer NOT NULL,
            suspect_times text,
            start_time timestamptz NOT NULL,
            i_am_alive_time timestamptz NOT NULL,
            PRIMARY KEY (cluster_id, address, port, generation));
        """;

    /// <summary>Sets one statement. A running silo has read its statements when it started.</summary>
    public const string SetStatement =
        """
        INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES (@key, @text)
        ON CONFLICT (QueryKey) DO UPDATE SET QueryText = excluded.QueryText
        """;
}
