namespace Twin.Model.States;

/// <summary>A state could not be written, removed or read.</summary>
public sealed class StateStoreException : Exception
{
    /// <summary>Makes one with a message.</summary>
    public StateStoreException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message and what caused it.</summary>
    public StateStoreException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes one without a message.</summary>
    public StateStoreException()
    {
    }
}
