using System.Runtime.CompilerServices;

namespace Twin.Storage.Encoding;

/// <summary>
/// One column of whole numbers: a single number when all rows agree, which in a report they mostly do, otherwise the
/// differences from row to row. Sums wrap, so any 64-bit numbers come back.
/// </summary>
internal ref struct IntegerColumn
{
    private const byte Constant = 0;
    private const byte Deltas = 1;

    private readonly bool _isConstant;
    private BlobReader _reader;
    private long _current;

    /// <summary>Takes the column off the reader, which then stands behind it.</summary>
    public IntegerColumn(ref BlobReader reader)
    {
        switch (reader.ReadByte())
        {
            case Constant:
                _isConstant = true;
                _current = reader.ReadSigned();
                break;
            case Deltas:
                _reader = reader.ReadSection();
                break;
            case var mode:
                throw new InvalidDataException($"A column has the unknown mode {mode}.");
        }
    }

    private IntegerColumn(long constant)
    {
        _isConstant = true;
        _current = constant;
    }

    /// <summary>A column that was not written: zero in every row.</summary>
    public static IntegerColumn Zeros => new(0);

    /// <summary>The most bytes a column of so many rows takes.</summary>
    public static int MaxLength(int rows) => 1 + sizeof(uint) + (rows * BlobWriter.MaxVarintLength);

    public static void Write(ref BlobWriter writer, ReadOnlySpan<long> rows)
    {
        if (!rows.ContainsAnyExcept(rows[0]))
        {
            writer.WriteByte(Constant);
            writer.WriteSigned(rows[0]);
            return;
        }

        writer.WriteByte(Deltas);
        var length = writer.ReserveLength();
        long previous = 0;
        foreach (var row in rows)
        {
            writer.WriteSigned(unchecked(row - previous));
            previous = row;
        }

        writer.FillLength(length);
    }

    /// <summary>The next row's number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Next()
    {
        if (!_isConstant)
        {
            _current = unchecked(_current + _reader.ReadSigned());
        }

        return _current;
    }
}
