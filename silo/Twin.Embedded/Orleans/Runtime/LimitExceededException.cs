using System.Globalization;

namespace Orleans.Runtime;

/// <summary>
/// A limit of the runtime is reached, such as the capacity of a grain's mailbox, so the call was refused before it did
/// anything. Trying again later may succeed.
/// </summary>
public sealed class LimitExceededException : OrleansException
{
    /// <summary>A limit is exceeded, unnamed.</summary>
    public LimitExceededException()
        : base("Limit exceeded")
    {
    }

    /// <summary>A limit is exceeded, in words.</summary>
    public LimitExceededException(string message)
        : base(message)
    {
    }

    /// <summary>A limit is exceeded, in words and with a cause.</summary>
    public LimitExceededException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>A named limit is exceeded.</summary>
    /// <param name="limitName">The option that sets the limit.</param>
    /// <param name="current">The value that would exceed it.</param>
    /// <param name="threshold">The limit.</param>
    /// <param name="extraInfo">Whose limit it is and what can be done.</param>
    public LimitExceededException(string limitName, int current, int threshold, object extraInfo)
        : base(string.Create(
            CultureInfo.InvariantCulture,
            $"Limit exceeded {limitName} Current={current} Threshold={threshold} {extraInfo}"))
    {
    }
}
