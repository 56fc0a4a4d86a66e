namespace Twin.Geo.Tables;

/// <summary>The file is no table of the kind that it was opened as, or it is damaged.</summary>
public sealed class TableFormatException : Exception
{
    /// <summary>Makes the exception.</summary>
    public TableFormatException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong, for the person who sent the file.</param>
    public TableFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong, for the person who sent the file.</param>
    /// <param name="innerException">What the library said.</param>
    public TableFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
