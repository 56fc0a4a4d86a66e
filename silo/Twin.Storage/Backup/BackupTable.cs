using System.Collections.Immutable;

namespace Twin.Storage.Backup;

/// <summary>A table as a backup has it, with its name in SQLite; PostgreSQL's has <c>twin_</c> before it.</summary>
internal sealed record BackupTable(string Name, ImmutableArray<BackupColumn> Columns)
{
    public static readonly BackupTable Batch = new("batch",
    [
        Number("first_sequence"), Number("last_sequence"), Number("recorded_at"), Number("checksum"),
        Text("unit"), Text("reporter"), Text("idempotency_key"), Bytes("observations"),
    ]);

    public static readonly BackupTable CityChange = new("city_change",
    [
        Number("sequence"), Text("kind"), Text("made_by"), Number("made_at"), Text("reason"), Text("payload"),
        Number("undoes"),
    ]);

    public static readonly BackupTable State = new("state",
    [
        Number("version"), Text("grain_type"), Text("state_name"), Text("key"), Bytes("value"),
    ]);

    /// <summary>All of them, in the order in which they are written; each is whole without those behind it.</summary>
    public static readonly ImmutableArray<BackupTable> All =
    [
        new("indicator", [Number("id"), Text("code"), Number("checksum")]),
        Batch,
        new("request", [Text("idempotency_key"), Bytes("body_hash"), Number("claimed_at")]),
        State,
        CityChange,
        new(
            "position_batch",
            [Number("sequence"), Number("shard"), Number("recorded_at"), Number("checksum"), Bytes("reports")]),
    ];

    /// <summary>The names of the columns, separated by commas.</summary>
    public string ColumnList => string.Join(", ", Columns.Select(column => column.Name));

    /// <summary>Whether another description has the same name and columns.</summary>
    public bool IsSame(BackupTable other) =>
        string.Equals(Name, other.Name, StringComparison.Ordinal) && Columns.SequenceEqual(other.Columns);

    private static BackupColumn Number(string name) => new(name, BackupColumnKind.Number);

    private static BackupColumn Text(string name) => new(name, BackupColumnKind.Text);

    private static BackupColumn Bytes(string name) => new(name, BackupColumnKind.Bytes);
}
