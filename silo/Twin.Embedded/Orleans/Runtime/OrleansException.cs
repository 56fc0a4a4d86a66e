namespace Orleans.Runtime;

/// <summary>Base of what the grain runtime itself throws to callers.</summary>
public class OrleansException : Exception
{
    /// <summary>An exception without a message of its own.</summary>
    public OrleansException()
        : base("Unexpected error.")
    {
    }

    /// <summary>An exception with a message.</summary>
    public OrleansException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and a cause.</summary>
    public OrleansException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
