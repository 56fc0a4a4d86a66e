using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>A grain asks for a storage that nobody has registered.</summary>
public sealed class BadProviderConfigException : OrleansException
{
    /// <summary>One without a message.</summary>
    public BadProviderConfigException()
    {
    }

    /// <summary>One with a message.</summary>
    public BadProviderConfigException(string message)
        : base(message)
    {
    }

    /// <summary>One with a message and what caused it.</summary>
    public BadProviderConfigException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
