using Twin.Model.Observations;

namespace Twin.Storage.Backup;

/// <summary>
/// A file beside the log while a restore puts its files in place of the old ones, one after the other. What is left of
/// a restore that was killed right then belongs to two cities, and is refused.
/// </summary>
internal static class RestoreMarker
{
    public static bool IsThere(string logPath) => File.Exists(PathOf(logPath));

    public static void Set(string logPath)
    {
        using var file = File.Create(PathOf(logPath));
        file.Flush(flushToDisk: true);
    }

    public static void Clear(string logPath) => File.Delete(PathOf(logPath));

    /// <summary>Throws <see cref="ObservationLogException"/> where it is there.</summary>
    public static void Refuse(string logPath)
    {
        if (IsThere(logPath))
        {
            throw new ObservationLogException(
                $"A restore into '{logPath}' was broken off. Run 'twin restore' again before anything else.");
        }
    }

    private static string PathOf(string logPath) => logPath + ".restore";
}
