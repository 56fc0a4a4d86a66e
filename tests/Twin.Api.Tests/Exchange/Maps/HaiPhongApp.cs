using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Twin.Api.Features;
using Twin.Geo.Datasets;
using Twin.TestKit;

namespace Twin.Api.Tests.Exchange.Maps;

/// <summary>The API over the real city with the schematic boundaries of its dataset.</summary>
internal static class HaiPhongApp
{
    private static readonly Lazy<CityDataset> Dataset = new(() => Assert.IsType<DatasetReading.Loaded>(
        DatasetReader.Read(ReferenceData.DatasetFolder("hai-phong"), new DatasetReaderOptions())).Dataset);

    public static Task<TwinApp> StartAsync() => TwinApp.StartAsync(
        services: services => services.AddSingleton(Dataset.Value)
            .AddSingleton<IBoundarySource, DatasetBoundarySource>(),
        city: Dataset.Value.City,
        now: new DateTimeOffset(2026, 1, 15, 0, 0, 0, TimeSpan.Zero));

    /// <summary>Sends a file; gives the answer whatever its status.</summary>
    public static async Task<HttpResponseMessage> SendAsync(
        TwinApp app,
        string path,
        byte[] file,
        string name,
        params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", name } };
        (string, string)[] all = [("by", "Lan"), ("reason", "bản đồ mới"), .. fields];
        foreach (var (field, value) in all)
        {
            form.Add(new StringContent(value), field);
        }

        return await app.Client.PostAsync(path, form);
    }

    /// <summary>Sends a file and expects it to be taken.</summary>
    public static async Task<JsonElement> ImportAsync(
        TwinApp app, string path, byte[] file, string name, params (string Name, string Value)[] fields)
    {
        using var response = await SendAsync(app, path, file, name, fields);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonElement.Parse(text);
    }

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
