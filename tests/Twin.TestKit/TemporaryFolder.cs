namespace Twin.TestKit;

/// <summary>A folder that goes away with the object.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>Makes an empty one.</summary>
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("twin-").FullName;

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
