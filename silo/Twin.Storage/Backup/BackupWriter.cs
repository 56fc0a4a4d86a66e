using System.Buffers;
using System.Buffers.Binary;
using System.Text.Json;
using Twin.Storage.Encoding;

namespace Twin.Storage.Backup;

/// <summary>Writes a backup to a stream, which stays open. For one thread.</summary>
internal sealed class BackupWriter
{
    private readonly Stream _stream;
    private readonly ArrayBufferWriter<byte> _rows = new();
    private uint _checksum;

    public BackupWriter(Stream stream, BackupHeader header)
    {
        _stream = stream;
        stream.Write(BackupFormat.Magic);
        WriteFrame(BackupFormat.Header, JsonSerializer.SerializeToUtf8Bytes(header, BackupFormat.Json));
    }

    /// <summary>How many rows have been written, of all tables.</summary>
    public long Rows { get; private set; }

    /// <summary>What follows are rows of this table.</summary>
    public void BeginTable(BackupTable table)
    {
        FlushRows();
        WriteFrame(BackupFormat.Table, JsonSerializer.SerializeToUtf8Bytes(table, BackupFormat.Json));
    }

    public void WriteRow(ReadOnlySpan<BackupValue> row)
    {
        foreach (var value in row)
        {
            WriteValue(value);
        }

        Rows++;
        if (_rows.WrittenCount >= BackupFormat.RowsFrameBytes)
        {
            FlushRows();
        }
    }

    /// <summary>Writes the end; without it the file counts as cut off.</summary>
    public void Finish()
    {
        FlushRows();
        Span<byte> rows = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(rows, Rows);
        WriteFrame(BackupFormat.End, rows);
        _stream.Flush();
    }

    private void WriteValue(BackupValue value)
    {
        if (value.Number is { } number)
        {
            var span = _rows.GetSpan(1 + sizeof(long));
            span[0] = BackupFormat.Number;
            BinaryPrimitives.WriteInt64LittleEndian(span[1..], number);
            _rows.Advance(1 + sizeof(long));
        }
        else if (value.Bytes is { } bytes)
        {
            var span = _rows.GetSpan(1 + sizeof(int));
            span[0] = BackupFormat.Bytes;
            BinaryPrimitives.WriteInt32LittleEndian(span[1..], bytes.Length);
            _rows.Advance(1 + sizeof(int));
            _rows.Write(bytes.Span);
        }
        else
        {
            _rows.GetSpan(1)[0] = BackupFormat.Null;
            _rows.Advance(1);
        }
    }

    private void FlushRows()
    {
        if (_rows.WrittenCount > 0)
        {
            WriteFrame(BackupFormat.Rows, _rows.WrittenSpan);
            _rows.ResetWrittenCount();
        }
    }

    private void WriteFrame(byte kind, ReadOnlySpan<byte> payload)
    {
        Span<byte> head = stackalloc byte[BackupFormat.FrameHeadBytes];
        head[0] = kind;
        BinaryPrimitives.WriteInt32LittleEndian(head[1..], payload.Length);
        _checksum = Crc32C.Finish(Crc32C.Append(Crc32C.Append(Crc32C.Append(Crc32C.Start, _checksum), head), payload));
        Span<byte> tail = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(tail, _checksum);
        _stream.Write(head);
        _stream.Write(payload);
        _stream.Write(tail);
    }
}
