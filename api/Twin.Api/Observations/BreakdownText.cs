namespace Twin.Api.Observations;

/// <summary>
/// Puts together the breakdown of one row from what its columns or members say, as one text. For one thread.
/// </summary>
internal sealed class BreakdownText
{
    private byte[] _text = new byte[128];
    private int _length;

    /// <summary>The text, valid until the next row; empty where nothing was said.</summary>
    public ReadOnlySpan<byte> Text => _text.AsSpan(0, _length);

    /// <summary>Begins a row.</summary>
    public void Clear() => _length = 0;

    /// <summary>Adds the member of a dimension; an empty one says nothing.</summary>
    public void Add(ReadOnlySpan<byte> dimension, ReadOnlySpan<byte> member)
    {
        if (!member.IsEmpty)
        {
            Separate();
            Append(dimension);
            Append("="u8);
            Append(member);
        }
    }

    /// <summary>Adds a text that may name several dimensions itself.</summary>
    public void Add(ReadOnlySpan<byte> breakdown)
    {
        if (!breakdown.IsEmpty)
        {
            Separate();
            Append(breakdown);
        }
    }

    private void Separate()
    {
        if (_length > 0)
        {
            Append(";"u8);
        }
    }

    private void Append(ReadOnlySpan<byte> text)
    {
        if (_text.Length - _length < text.Length)
        {
            Array.Resize(ref _text, 2 * (_length + text.Length));
        }

        text.CopyTo(_text.AsSpan(_length));
        _length += text.Length;
    }
}
