namespace Twin.Model.Cities;

/// <summary>The journal could not make a change durable, or could not be read.</summary>
public sealed class CityJournalException : Exception
{
    /// <summary>Makes one with a message.</summary>
    public CityJournalException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message and what caused it.</summary>
    public CityJournalException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes one without a message.</summary>
    public CityJournalException()
    {
    }
}
