using Twin.Storage.Backup;

namespace Twin.Storage.Tests.Backup;

/// <summary>The file of a backup, whole and otherwise.</summary>
public sealed class BackupFileTests
{
    private static readonly DateTimeOffset CreatedAt = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_was_written_is_read()
    {
        var file = File();

        var rows = Read(file);

        Assert.Equal(3, rows.Count);
        Assert.Equal([1L, "FIBER"u8.ToArray(), -7L], Values(rows[0]));
        Assert.Equal([2L, Array.Empty<byte>(), null], Values(rows[1]));
        Assert.Equal([long.MinValue, new byte[300_000], long.MaxValue], Values(rows[2]));
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_refused()
    {
        var file = File(large: false);

        for (var length = 0; length < file.Length; length++)
        {
            Assert.Throws<BackupException>(() => Read(file[..length]));
        }
    }

    [Fact]
    public void A_file_with_any_byte_changed_is_refused()
    {
        var file = File(large: false);

        for (var i = 0; i < file.Length; i++)
        {
            file[i] ^= 0x10;
            Assert.Throws<BackupException>(() => Read(file));
            file[i] ^= 0x10;
        }
    }

    [Fact]
    public void A_file_with_something_behind_its_end_is_refused() =>
        Assert.Throws<BackupException>(() => Read([.. File(large: false), 0]));

    [Theory]
    [InlineData("nothing at all", "", "no backup")]
    [InlineData("a report", "unit,indicator,period,value\n", "no backup")]
    [InlineData("a later format", "TWINBAK\u0002", "format version 2")]
    [InlineData("its first bytes alone", "TWINBAK\u0001", "cut off")]
    public void Another_file_is_told_apart(string name, string text, string reason)
    {
        var refusal = Assert.Throws<BackupException>(() => Read(System.Text.Encoding.ASCII.GetBytes(text)));

        Assert.True(refusal.Message.Contains(reason, StringComparison.Ordinal), $"{name}: {refusal.Message}");
    }

    [Fact]
    public void A_table_that_this_program_does_not_know_is_refused()
    {
        using var stream = new MemoryStream();
        var writer = new BackupWriter(stream, new BackupHeader(CreatedAt, "sqlite"));
        writer.BeginTable(new BackupTable("dream", [new BackupColumn("id", BackupColumnKind.Number)]));
        writer.Finish();

        var refusal = Assert.Throws<BackupException>(() => Read(stream.ToArray()));

        Assert.Contains("dream", refusal.Message, StringComparison.Ordinal);
    }

    private static byte[] File(bool large = true)
    {
        using var stream = new MemoryStream();
        var writer = new BackupWriter(stream, new BackupHeader(CreatedAt, "sqlite"));
        var table = BackupTable.All[0];
        writer.BeginTable(table);
        writer.WriteRow([BackupValue.Of(1), BackupValue.Of("FIBER"u8.ToArray()), BackupValue.Of(-7)]);
        writer.WriteRow([BackupValue.Of(2), BackupValue.Of(Array.Empty<byte>()), default]);
        if (large)
        {
            writer.WriteRow(
                [BackupValue.Of(long.MinValue), BackupValue.Of(new byte[300_000]), BackupValue.Of(long.MaxValue)]);
        }

        writer.Finish();
        return stream.ToArray();
    }

    private static List<BackupValue[]> Read(byte[] file)
    {
        var reader = new BackupReader(new MemoryStream(file));
        Assert.Equal(CreatedAt, reader.Header.CreatedAt);
        var rows = new List<BackupValue[]>();
        while (reader.NextTable() is { } table)
        {
            var row = new BackupValue[table.Columns.Length];
            while (reader.TryReadRow(row))
            {
                rows.Add([.. row]);
            }
        }

        return rows;
    }

    private static IEnumerable<object?> Values(BackupValue[] row) =>
        row.Select(value => value.Number is { } number ? number : (object?)value.Bytes?.ToArray());
}
