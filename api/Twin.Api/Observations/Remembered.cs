namespace Twin.Api.Observations;

/// <summary>Remembers the last text read and what it meant, because rows of a report repeat themselves.</summary>
internal sealed class Remembered<T>
{
    private byte[] _text = new byte[64];
    private int _length = -1;
    private T _value = default!; // Not handed out before Keep sets it: the length is -1 until then.

    /// <summary>What the text meant the last time, if it was the last.</summary>
    public bool TryGet(ReadOnlySpan<byte> text, out T value)
    {
        value = _value;
        return text.Length == _length && text.SequenceEqual(_text.AsSpan(0, _length));
    }

    /// <summary>Keeps a text and its meaning in place of the one before.</summary>
    public void Keep(ReadOnlySpan<byte> text, T value)
    {
        if (text.Length > _text.Length)
        {
            _text = new byte[text.Length];
        }

        text.CopyTo(_text);
        _length = text.Length;
        _value = value;
    }
}
