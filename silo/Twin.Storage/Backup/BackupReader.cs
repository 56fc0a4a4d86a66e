using System.Buffers.Binary;
using System.Text.Json;
using Twin.Storage.Encoding;

namespace Twin.Storage.Backup;

/// <summary>
/// Reads a backup from a stream and trusts nothing in it: throws <see cref="BackupException"/> for a file that is cut
/// off, damaged, of a later program, or something else. For one thread.
/// </summary>
internal sealed class BackupReader
{
    private readonly Stream _stream;
    private byte[] _payload = [];
    private int _length;
    private int _position;
    private byte _kind;
    private uint _checksum;
    private long _rows;

    public BackupReader(Stream stream)
    {
        _stream = stream;
        Span<byte> magic = stackalloc byte[BackupFormat.Magic.Length];
        if (stream.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false) < magic.Length ||
            !magic[..^1].SequenceEqual(BackupFormat.Magic[..^1]))
        {
            throw new BackupException("The file is no backup of a twin.");
        }

        if (magic[^1] != BackupFormat.Magic[^1])
        {
            throw new BackupException(FormattableString.Invariant(
                $"The backup has format version {magic[^1]}; this program reads {BackupFormat.Magic[^1]}."));
        }

        ReadFrame();
        Header = ReadJson<BackupHeader>(BackupFormat.Header);
        ReadFrame();
    }

    public BackupHeader Header { get; }

    /// <summary>The next table, after the rows of the one before; <c>null</c> at the end of a whole file.</summary>
    public BackupTable? NextTable()
    {
        if (_kind == BackupFormat.End)
        {
            if (_length != sizeof(long) || BinaryPrimitives.ReadInt64LittleEndian(_payload) != _rows ||
                _stream.ReadByte() >= 0)
            {
                throw Damaged();
            }

            return null;
        }

        var table = ReadJson<BackupTable>(BackupFormat.Table);
        ReadFrame();
        return Array.Find([.. BackupTable.All], table.IsSame) ?? throw new BackupException(
            $"The backup holds a table '{table.Name}' that this program does not know so. Use the program version " +
            "that wrote it, or a newer one.");
    }

    /// <summary>Reads the next row of the table into an array of its length; <c>false</c> when there is none.</summary>
    public bool TryReadRow(BackupValue[] row)
    {
        while (_kind == BackupFormat.Rows && _position == _length)
        {
            ReadFrame();
        }

        if (_kind != BackupFormat.Rows)
        {
            return false;
        }

        for (var i = 0; i < row.Length; i++)
        {
            row[i] = ReadValue();
        }

        _rows++;
        return true;
    }

    private static BackupException Damaged() => new("The backup is damaged. Restore another one.");

    private BackupValue ReadValue() => Take(1).Span[0] switch
    {
        BackupFormat.Null => default,
        BackupFormat.Number => BackupValue.Of(BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)).Span)),
        BackupFormat.Bytes => BackupValue.Of(Take(BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)).Span))),
        _ => throw Damaged(),
    };

    private ReadOnlyMemory<byte> Take(int count)
    {
        if (count < 0 || count > _length - _position)
        {
            throw Damaged();
        }

        _position += count;
        return _payload.AsMemory(_position - count, count);
    }

    private T ReadJson<T>(byte kind)
    {
        try
        {
            return _kind == kind && JsonSerializer.Deserialize<T>(
                _payload.AsSpan(0, _length), BackupFormat.Json) is { } value
                ? value
                : throw Damaged();
        }
        catch (JsonException exception)
        {
            throw new BackupException(Damaged().Message, exception);
        }
    }

    // A new array for each frame, because rows point into it.
    private void ReadFrame()
    {
        Span<byte> head = stackalloc byte[BackupFormat.FrameHeadBytes];
        ReadWhole(head);
        var length = BinaryPrimitives.ReadInt32LittleEndian(head[1..]);
        if (length is < 0 or > BackupFormat.MaxPayloadBytes)
        {
            throw Damaged();
        }

        _payload = new byte[length];
        ReadWhole(_payload);
        Span<byte> tail = stackalloc byte[sizeof(uint)];
        ReadWhole(tail);
        _checksum = Crc32C.Finish(
            Crc32C.Append(Crc32C.Append(Crc32C.Append(Crc32C.Start, _checksum), head), _payload));
        if (BinaryPrimitives.ReadUInt32LittleEndian(tail) != _checksum)
        {
            throw Damaged();
        }

        (_kind, _length, _position) = (head[0], length, 0);
    }

    private void ReadWhole(Span<byte> buffer)
    {
        if (_stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) < buffer.Length)
        {
            throw new BackupException("The backup is cut off. Restore a whole one.");
        }
    }
}
