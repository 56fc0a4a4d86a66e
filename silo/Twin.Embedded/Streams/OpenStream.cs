namespace Twin.Embedded.Streams;

/// <summary>An enumeration that a grain has begun. For the activation's turns.</summary>
internal abstract class OpenStream
{
    /// <summary>Whether a caller waits for results.</summary>
    public bool IsAsked { get; set; }

    /// <summary>The host's epoch when results were last asked for.</summary>
    public int LastUsedEpoch { get; set; }

    /// <summary>Tells the grain that no more is wanted.</summary>
    public abstract void Cancel();

    /// <summary>Ends the enumeration once the grain lets go of it.</summary>
    public abstract Task CloseAsync();
}
