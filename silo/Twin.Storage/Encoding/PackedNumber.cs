using System.Runtime.CompilerServices;

namespace Twin.Storage.Encoding;

/// <summary>
/// Doubles as administrative figures are: mostly counts, or percentages with one or two decimals. Those become a varint
/// of the whole number, of tenths or of hundredths, where dividing gives back the same bits; everything else (NaN, -0,
/// infinities and long fractions too) is kept as its eight bytes.
/// </summary>
internal static class PackedNumber
{
    /// <summary>The most bytes one number takes.</summary>
    public const int MaxLength = BlobWriter.MaxVarintLength;

    private const int TagBits = 2;
    private const ulong TagMask = (1UL << TagBits) - 1;
    private const ulong WholeTag = 0;
    private const ulong RawTag = 3;

    // Up to 2^53 every whole number is a double, so the conversion there and back is exact.
    private const double LargestExact = 9_007_199_254_740_992;

    // The tag is the index. Division is correctly rounded, so n / 100 is the double nearest to the decimal.
    private static ReadOnlySpan<double> Divisors => [1, 10, 100];

    public static void Write(ref BlobWriter writer, double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        for (var tag = 0; tag < Divisors.Length; tag++)
        {
            var scaled = Math.Round(value * Divisors[tag]);
            if (Math.Abs(scaled) <= LargestExact && BitConverter.DoubleToInt64Bits(Restore((long)scaled, tag)) == bits)
            {
                writer.WriteVarint((BlobWriter.ZigZag((long)scaled) << TagBits) | (uint)tag);
                return;
            }
        }

        writer.WriteVarint(RawTag);
        writer.WriteDouble(value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Read(ref BlobReader reader)
    {
        var packed = reader.ReadVarint();
        var tag = packed & TagMask;
        if (tag == RawTag)
        {
            return reader.ReadDouble();
        }

        var zigZag = packed >> TagBits;
        var number = unchecked((long)(zigZag >> 1) ^ -(long)(zigZag & 1));
        return tag == WholeTag ? number : Restore(number, (int)tag);
    }

    private static double Restore(long number, int tag) => number / Divisors[tag];
}
