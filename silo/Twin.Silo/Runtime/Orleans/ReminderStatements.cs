namespace Twin.Silo.Runtime.Orleans;

/// <summary>
/// The statements of reminders. Each silo reads those whose hash falls into its part of the ring, which goes from
/// behind one hash up to another and, once around, through the end of the numbers.
/// </summary>
internal static class ReminderStatements
{
    private const string Columns =
        """
        SELECT grain_id AS "GrainId", reminder_name AS "ReminderName", start_time AS "StartTime",
            period_milliseconds AS "Period", version AS "Version"
        FROM orleans_reminder
        """;

    private const string OfGrain = $"{Columns} WHERE service_id = @ServiceId AND grain_id = @GrainId";

    private const string One = $"{OfGrain} AND reminder_name = @ReminderName";

    private const string Inside =
        $"{Columns} WHERE service_id = @ServiceId AND grain_hash > @BeginHash AND grain_hash <= @EndHash";

    private const string Around =
        $"{Columns} WHERE service_id = @ServiceId AND (grain_hash > @BeginHash OR grain_hash <= @EndHash)";

    private const string Upsert =
        """
        INSERT INTO orleans_reminder
            (service_id, grain_id, reminder_name, start_time, period_milliseconds, grain_hash, version)
        VALUES (@ServiceId, @GrainId, @ReminderName, @StartTime, @Period, @GrainHash, 1)
        ON CONFLICT (service_id, grain_id, reminder_name) DO UPDATE SET
            start_time = excluded.start_time, period_milliseconds = excluded.period_milliseconds,
            grain_hash = excluded.grain_hash, version = orleans_reminder.version + 1
        RETURNING version AS "Version"
        """;

    private const string Delete =
        """
        DELETE FROM orleans_reminder WHERE service_id = @ServiceId AND grain_id = @GrainId
            AND reminder_name = @ReminderName AND version = @Version
        """;

    private const string DeleteAll = "DELETE FROM orleans_reminder WHERE service_id = @ServiceId";

    /// <summary>For SQLite, which tells of a deletion only by the next statement.</summary>
    public static IReadOnlyList<GrainStatement> OfSqlite { get; } = [.. Shared($"{Delete}; SELECT changes() > 0")];

    /// <summary>For PostgreSQL, where a deletion can be asked about.</summary>
    public static IReadOnlyList<GrainStatement> OfPostgres { get; } =
        [.. Shared($"WITH gone AS ({Delete} RETURNING 1) SELECT EXISTS (SELECT 1 FROM gone)")];

    private static IEnumerable<GrainStatement> Shared(string deleteOne) =>
    [
        new("ReadReminderRowsKey", OfGrain),
        new("ReadReminderRowKey", One),
        new("ReadRangeRows1Key", Inside),
        new("ReadRangeRows2Key", Around),
        new("UpsertReminderRowKey", Upsert),
        new("DeleteReminderRowKey", deleteOne),
        new("DeleteReminderRowsKey", DeleteAll),
    ];
}
