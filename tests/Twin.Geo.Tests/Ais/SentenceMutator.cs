using System.Text;

namespace Twin.Geo.Tests.Ais;

/// <summary>Makes sentences and damages them, from a seeded source of chance. It writes into one buffer.</summary>
internal sealed class SentenceMutator(Random random)
{
    private const int MaxLength = 1_100;

    private static readonly byte[][] Starts =
    [
        .. new[]
        {
            "!AIVDM,", "!AIVDO,", "!BSVDM,", "$GPGGA,", @"\s:rVT1,c:1700000000*7B\!AIVDM,", @"\g:1-2-7*69\!AIVDM,",
        }.Select(Encoding.ASCII.GetBytes),
    ];

    private static readonly byte[] Punctuation = ",,,**\\\\!$:-\r\n\0"u8.ToArray();

    private readonly byte[] _line = new byte[MaxLength + 8];
    private int _length;

    /// <summary>The next line; it stands until the one after.</summary>
    public Span<byte> Next()
    {
        if (_length > 0 && random.Next(64) == 0)
        {
            return _line.AsSpan(0, Math.Min(_length, MaxLength));
        }

        _length = 0;
        var dice = random.Next();
        var body = Compose(dice & 7);
        var damages = (dice >> 3) & 3;
        for (var i = 0; i < damages; i++)
        {
            Damage();
        }

        if ((dice & 32) != 0 && body < _length)
        {
            Mend(body);
        }

        return _line.AsSpan(0, Math.Min(_length, MaxLength));
    }

    private int Compose(int start)
    {
        var prefix = Starts[start < 5 ? 0 : random.Next(Starts.Length)];
        prefix.CopyTo(_line, 0);
        _length = prefix.Length;
        var body = Math.Max(0, prefix.AsSpan().LastIndexOfAny((byte)'!', (byte)'$')) + 1;
        var count = random.Next(4) == 0 ? random.Next(1, 10) : 1;
        Put((byte)('0' + count));
        Put((byte)',');
        Put((byte)('0' + random.Next(1, count + 1)));
        Put((byte)',');
        if (count > 1)
        {
            Put((byte)('0' + random.Next(10)));
        }

        Put((byte)',');
        Put((byte)('A' + random.Next(2)));
        Put((byte)',');
        Payload();
        Put((byte)',');
        Put((byte)('0' + random.Next(6)));
        Put((byte)'*');
        var sum = Sum(_line.AsSpan(body, _length - 1 - body));
        Put(Hex(sum >> 4));
        Put(Hex(sum & 15));
        return body;
    }

    private void Payload()
    {
        var characters = random.Next(16) == 0 ? random.Next(140) : random.Next(10, 75);
        Put(Armored(random.Next(1, 28)));
        Span<byte> noise = stackalloc byte[140];
        random.NextBytes(noise[..characters]);
        // Messages full of ones or zeros reach other branches than noise does.
        var mask = random.Next(4) switch { 0 => 0, 1 => 8, _ => 63 };
        for (var i = 0; i < characters; i++)
        {
            Put(Armored(noise[i] & mask));
        }
    }

    private void Damage()
    {
        var at = random.Next(_length);
        switch (random.Next(6))
        {
            case 0:
                _line[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                _line[at] = (byte)random.Next(256);
                break;
            case 2:
                _line[at] = Punctuation[random.Next(Punctuation.Length)];
                break;
            case 3:
                _length = at + 1;
                break;
            case 4:
                _line.AsSpan(at + 1, _length - at - 1).CopyTo(_line.AsSpan(at));
                _length = Math.Max(1, _length - 1);
                break;
            default:
                var run = Math.Min(_length - at, MaxLength - _length);
                _line.AsSpan(at, run).CopyTo(_line.AsSpan(_length));
                _length += run;
                break;
        }
    }

    private void Mend(int body)
    {
        var star = _line.AsSpan(body, _length - body).LastIndexOf((byte)'*') + body;
        if (star > body && star + 3 <= _length)
        {
            var sum = Sum(_line.AsSpan(body, star - body));
            _line[star + 1] = Hex(sum >> 4);
            _line[star + 2] = Hex(sum & 15);
        }
    }

    private void Put(byte one) => _line[_length++] = one;

    private static byte Armored(int six) => (byte)(six < 40 ? six + 48 : six + 56);

    private static byte Hex(int four) => (byte)"0123456789ABCDEF"[four];

    private static int Sum(ReadOnlySpan<byte> text)
    {
        var sum = 0;
        foreach (var one in text)
        {
            sum ^= one;
        }

        return sum;
    }
}
