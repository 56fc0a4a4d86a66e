namespace Twin.Silo.Hosting;

/// <summary>Finds the folder of a dataset.</summary>
internal static class DatasetFolder
{
    /// <summary>A folder as given; or, for a bare name, the dataset of that name that comes with the program.</summary>
    public static string Find(string nameOrFolder) =>
        Directory.Exists(nameOrFolder)
            ? Path.GetFullPath(nameOrFolder)
            : Path.Combine(AppContext.BaseDirectory, "datasets", nameOrFolder);
}
