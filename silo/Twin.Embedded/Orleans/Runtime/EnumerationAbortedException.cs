namespace Orleans.Runtime;

/// <summary>
/// The enumeration of a grain's results cannot go on: the activation has ended, or nobody has asked for long.
/// </summary>
public sealed class EnumerationAbortedException : Exception
{
    /// <summary>One without a message.</summary>
    public EnumerationAbortedException()
    {
    }

    /// <summary>One with a message.</summary>
    public EnumerationAbortedException(string message)
        : base(message)
    {
    }

    /// <summary>One with a message and what caused it.</summary>
    public EnumerationAbortedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
