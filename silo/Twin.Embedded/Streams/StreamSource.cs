using Twin.Embedded.Proxies;

namespace Twin.Embedded.Streams;

/// <summary>
/// A method that gives results one after the other, with its arguments. For each such method a derived class is
/// emitted.
/// </summary>
internal abstract class StreamSource<T>
{
    /// <summary>The method. Emitted.</summary>
    public abstract GrainMethod Method { get; }

    /// <summary>Calls the method on the grain. Emitted.</summary>
    public abstract IAsyncEnumerable<T> Send(object grain);
}
