namespace Twin.Silo.Runtime.Orleans;

/// <summary>
/// The statements of grain storage. An etag is the version of the row; one that is no longer the row's changes nothing
/// and answers no row, which Orleans reports as an inconsistent state.
/// </summary>
internal static class StateStatements
{
    private const string Key =
        """
        service_id = @ServiceId AND grain_type = @GrainTypeString AND key_0 = @GrainIdN0 AND key_1 = @GrainIdN1
            AND key_text = COALESCE(@GrainIdExtensionString, '')
        """;

    private const string Read =
        $"""
        SELECT payload AS "PayloadBinary", version AS "Version" FROM orleans_state WHERE {Key}
        """;

    /// <summary>A state that was never written has no etag; one that was cleared has, for its row stays.</summary>
    private const string Write =
        $"""
        INSERT INTO orleans_state (service_id, grain_type, key_0, key_1, key_text, version, payload)
        SELECT @ServiceId, @GrainTypeString, @GrainIdN0, @GrainIdN1, COALESCE(@GrainIdExtensionString, ''), 1,
            @PayloadBinary
        WHERE @GrainStateVersion IS NULL OR EXISTS (SELECT 1 FROM orleans_state WHERE {Key})
        ON CONFLICT (service_id, grain_type, key_0, key_1, key_text)
        DO UPDATE SET payload = excluded.payload, version = orleans_state.version + 1
        WHERE orleans_state.version = @GrainStateVersion
        RETURNING version AS "NewGrainStateVersion"
        """;

    private const string Clear =
        $"""
        UPDATE orleans_state SET payload = NULL, version = version + 1
        WHERE {Key} AND version = @GrainStateVersion
        RETURNING version AS "NewGrainStateVersion"
        """;

    public static IReadOnlyList<GrainStatement> All { get; } =
    [
        new("ReadFromStorageKey", Read),
        new("WriteToStorageKey", Write),
        new("ClearStorageKey", Clear),
    ];
}
