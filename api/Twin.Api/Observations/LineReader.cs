using System.Buffers;
using System.Security.Cryptography;

namespace Twin.Api.Observations;

/// <summary>
/// Splits a body into lines without copying them: LF or CRLF between, a byte order mark before. Memory is bounded by
/// the longest line allowed; of a longer one only its number is told. For one thread.
/// </summary>
internal sealed class LineReader(Stream body, int maxLineBytes, IncrementalHash? hash) : IDisposable
{
    private const int FirstBufferBytes = 64 << 10;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstBufferBytes);
    private int _start;
    private int _searched;
    private int _end;
    private bool _isAtEnd;
    private bool _isSkipping;

    /// <summary>The number of the line last read, from 1.</summary>
    public int LineNumber { get; private set; }

    /// <summary>Reads more of the body. <c>false</c> when there is no more, and every line has been given.</summary>
    public async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_isAtEnd)
        {
            return false;
        }

        MakeRoom();
        var read = await body.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        hash?.AppendData(_buffer, _end, read);
        _end += read;
        if (LineNumber == 0 && _start == 0 && _buffer.AsSpan(0, _end).StartsWith("\uFEFF"u8))
        {
            _start = _searched = "\uFEFF"u8.Length;
        }

        _isAtEnd = read == 0;
        return !_isAtEnd || _start < _end || _isSkipping;
    }

    /// <summary>
    /// The next line of what has been read, without its end; valid until the next fill. <c>false</c> when the rest is
    /// no whole line.
    /// </summary>
    public bool TryRead(out ReadOnlySpan<byte> line, out bool isTooLong)
    {
        line = default;
        isTooLong = false;
        var rest = _buffer.AsSpan(_searched, _end - _searched);
        var lineEnd = rest.IndexOf((byte)'\n');
        if (lineEnd < 0 && !(_isAtEnd && (_start < _end || _isSkipping)))
        {
            _searched = _end;
            SkipIfTooLong();
            return false;
        }

        var end = lineEnd < 0 ? _end : _searched + lineEnd;
        line = _buffer.AsSpan(_start, end - _start);
        line = line is [.., (byte)'\r'] ? line[..^1] : line;
        isTooLong = _isSkipping || line.Length > maxLineBytes;
        _isSkipping = false;
        _start = _searched = lineEnd < 0 ? _end : end + 1;
        LineNumber++;
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    /// <summary>Forgets what there is of a line that is longer than allowed, and remembers that it was.</summary>
    private void SkipIfTooLong()
    {
        if (_isSkipping || _end - _start > maxLineBytes)
        {
            _isSkipping = true;
            _start = _searched = _end = 0;
        }
    }

    private void MakeRoom()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _searched -= _start;
            _end -= _start;
            _start = 0;
        }

        if (_end < _buffer.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.AsSpan(0, _end).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
