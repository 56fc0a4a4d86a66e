namespace Twin.Api.Exchange;

/// <summary>A file on disk that is gone once it is closed, for what may be larger than memory should hold.</summary>
internal static class TemporaryFile
{
    /// <summary>Makes one that, where files have such modes, only this user can read.</summary>
    /// <param name="share">Whether what opens files by their names may open it as well; nothing may by default.</param>
    public static FileStream Create(FileShare share = FileShare.None)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = share,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
    }
}
