using System.Text.Json;

namespace Twin.Silo.Demo;

/// <summary>
/// Says beside the log that it holds demonstration observations, and whether all of them: a load that was cut off is
/// taken up again, and a city with real observations never gets any.
/// </summary>
/// <param name="DatasetId">The dataset.</param>
/// <param name="Seed">The seed.</param>
/// <param name="From">The first month.</param>
/// <param name="To">The last month.</param>
/// <param name="IsComplete">Whether all of them are in the log.</param>
internal sealed record DemoMarker(string DatasetId, int Seed, string From, string To, bool IsComplete)
{
    private const string FileName = "demo.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static DemoMarker? Read(string data)
    {
        var file = Path.Combine(data, FileName);
        return File.Exists(file) ? JsonSerializer.Deserialize<DemoMarker>(File.ReadAllBytes(file), Json) : null;
    }

    public void Write(string data)
    {
        Directory.CreateDirectory(data);
        var file = Path.Combine(data, FileName);
        File.WriteAllBytes(file + ".new", JsonSerializer.SerializeToUtf8Bytes(this, Json));
        File.Move(file + ".new", file, overwrite: true);
    }
}
