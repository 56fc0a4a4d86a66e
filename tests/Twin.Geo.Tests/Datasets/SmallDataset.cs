using System.Text;
using Twin.Geo.Datasets;
using Twin.TestKit;

namespace Twin.Geo.Tests.Datasets;

/// <summary>
/// The smallest dataset that has everything: a city of two communes that merge, one indicator, one plan. Tests spoil
/// one thing in it. Its folder is deleted in the end.
/// </summary>
internal sealed class SmallDataset : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("twin-dataset-").FullName;

    public SmallDataset()
    {
        var fixture = Path.Combine(ReferenceData.RepositoryRoot, "tests", "fixtures", "small-dataset");
        foreach (var file in Directory.GetFiles(fixture))
        {
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        }
    }

    public string Folder => _folder;

    public DatasetReading Read(DatasetReaderOptions? options = null) => DatasetReader.Read(_folder, options);

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder, file), text + "\n");

    public void WriteBytes(string file, byte[] bytes) => File.WriteAllBytes(Path.Combine(_folder, file), bytes);

    public void Delete(string file) => File.Delete(Path.Combine(_folder, file));

    /// <summary>Replaces the one occurrence of a text.</summary>
    public void Spoil(string file, string text, string replacement)
    {
        var path = Path.Combine(_folder, file);
        var whole = File.ReadAllText(path, Encoding.UTF8);
        if (whole.Split(text).Length != 2)
        {
            throw new ArgumentException($"'{text}' must stand in {file} once.", nameof(text));
        }

        File.WriteAllText(path, whole.Replace(text, replacement, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
