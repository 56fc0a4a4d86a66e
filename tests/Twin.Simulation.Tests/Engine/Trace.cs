using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Twin.Simulation.Tests.Engine;

/// <summary>What happened, line by line: a hash of all of it, and the last lines themselves.</summary>
internal sealed class Trace : IDisposable
{
    /// <summary>How many lines a failure shows.</summary>
    public const int KeptLines = 80;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Queue<string> _last = new();

    /// <summary>How many lines there are.</summary>
    public int Count { get; private set; }

    public IEnumerable<string> LastLines => _last;

    public void Add(DateTimeOffset now, string line)
    {
        var whole = $"{now.ToString("dd HH:mm:ss.fff", CultureInfo.InvariantCulture)} {line}";
        _hash.AppendData(Encoding.UTF8.GetBytes(whole + "\n"));
        _last.Enqueue(whole);
        if (_last.Count > KeptLines)
        {
            _last.Dequeue();
        }

        Count++;
    }

    public string Hash() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    public void Dispose() => _hash.Dispose();
}
