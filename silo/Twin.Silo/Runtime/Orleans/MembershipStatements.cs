namespace Twin.Silo.Runtime.Orleans;

/// <summary>
/// The statements of membership, for PostgreSQL. Every change of a silo's row raises the cluster's version, and is made
/// only if that is still the one that the silo had read: of two silos that change at once, one reads again.
/// </summary>
internal static class MembershipStatements
{
    private const string Silo =
        """
        cluster_id = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation
        """;

    private const string Columns =
        """
        SELECT cluster.version AS "Version", silo.address AS "Address", silo.port AS "Port",
            silo.generation AS "Generation", silo.silo_name AS "SiloName", silo.host_name AS "HostName",
            silo.status AS "Status", silo.proxy_port AS "ProxyPort", silo.suspect_times AS "SuspectTimes",
            silo.start_time AS "StartTime", silo.i_am_alive_time AS "IAmAliveTime"
        FROM orleans_cluster cluster LEFT JOIN orleans_silo silo ON silo.cluster_id = cluster.cluster_id
        """;

    private const string ReadAll = $"{Columns} WHERE cluster.cluster_id = @DeploymentId";

    private const string ReadOne =
        $"""
        {Columns} AND silo.address = @Address AND silo.port = @Port AND silo.generation = @Generation
        WHERE cluster.cluster_id = @DeploymentId
        """;

    private const string Gateways =
        """
        SELECT address AS "Address", proxy_port AS "ProxyPort", generation AS "Generation" FROM orleans_silo
        WHERE cluster_id = @DeploymentId AND status = @Status AND proxy_port > 0
        """;

    private const string InsertVersion =
        """
        WITH made AS (INSERT INTO orleans_cluster (cluster_id, version) VALUES (@DeploymentId, 0)
            ON CONFLICT DO NOTHING RETURNING 1)
        SELECT EXISTS (SELECT 1 FROM made)
        """;

    private const string Raise =
        """
        raised AS (UPDATE orleans_cluster SET version = version + 1
            WHERE cluster_id = @DeploymentId AND version = @Version RETURNING 1)
        """;

    private const string InsertSilo =
        $"""
        WITH {Raise}, made AS (INSERT INTO orleans_silo (cluster_id, address, port, generation, silo_name, host_name,
                status, proxy_port, start_time, i_am_alive_time)
            SELECT @DeploymentId, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime,
                @IAmAliveTime
            FROM raised ON CONFLICT DO NOTHING RETURNING 1)
        SELECT EXISTS (SELECT 1 FROM made)
        """;

    private const string UpdateSilo =
        $"""
        WITH {Raise}, changed AS (UPDATE orleans_silo SET status = @Status, suspect_times = @SuspectTimes,
                i_am_alive_time = @IAmAliveTime
            FROM raised WHERE {Silo} RETURNING 1)
        SELECT EXISTS (SELECT 1 FROM changed)
        """;

    private const string UpdateAlive = $"UPDATE orleans_silo SET i_am_alive_time = @IAmAliveTime WHERE {Silo}";

    private const string DeleteAll =
        """
        DELETE FROM orleans_silo WHERE cluster_id = @DeploymentId;
        DELETE FROM orleans_cluster WHERE cluster_id = @DeploymentId
        """;

    /// <summary>Those that are no longer active (status 3) and were last alive before some instant.</summary>
    private const string DeleteDefunct =
        """
        DELETE FROM orleans_silo
        WHERE cluster_id = @DeploymentId AND status <> 3 AND i_am_alive_time < @IAmAliveTime
        """;

    public static IReadOnlyList<GrainStatement> All { get; } =
    [
        new("GatewaysQueryKey", Gateways),
        new("MembershipReadRowKey", ReadOne),
        new("MembershipReadAllKey", ReadAll),
        new("InsertMembershipVersionKey", InsertVersion),
        new("InsertMembershipKey", InsertSilo),
        new("UpdateMembershipKey", UpdateSilo),
        new("UpdateIAmAlivetimeKey", UpdateAlive),
        new("DeleteMembershipTableEntriesKey", DeleteAll),
        new("CleanupDefunctSiloEntriesKey", DeleteDefunct),
    ];
}
