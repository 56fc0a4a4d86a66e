namespace Twin.Model.Observations;

/// <summary>The log could not make a batch durable, or could not be read.</summary>
public sealed class ObservationLogException : Exception
{
    /// <summary>Makes one with a message.</summary>
    public ObservationLogException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message and what caused it.</summary>
    public ObservationLogException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes one without a message.</summary>
    public ObservationLogException()
    {
    }
}
