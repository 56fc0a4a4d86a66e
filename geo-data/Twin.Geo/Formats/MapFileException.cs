using Twin.Model;

namespace Twin.Geo.Formats;

/// <summary>A map file cannot be read at all, or not to its end.</summary>
public sealed class MapFileException : Exception
{
    /// <summary>Makes the exception.</summary>
    public MapFileException()
        : this("malformed_file", "The file cannot be read.", "Write it anew.")
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong.</param>
    public MapFileException(string message)
        : this("malformed_file", message, "Write it anew.")
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">What the library said.</param>
    public MapFileException(string message, Exception innerException)
        : this("malformed_file", message, "Write it anew.", innerException)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="code">A stable code.</param>
    /// <param name="detail">What is wrong and where, for the person who sent the file.</param>
    /// <param name="hint">What to do about it.</param>
    /// <param name="innerException">What the library said.</param>
    public MapFileException(string code, string detail, string hint, Exception? innerException = null)
        : base(detail, innerException) => Refusal = new Refusal(code, detail, hint);

    /// <summary>The same, as a value.</summary>
    public Refusal Refusal { get; }
}
