using System.Net;
using System.Text.Json;
using Twin.Api.Exchange.Catalog;
using Microsoft.Extensions.DependencyInjection;

namespace Twin.Api.Tests.Exchange;

public sealed class CatalogTests
{
    [Fact]
    public async Task The_catalogue_names_every_dataset_with_licence_and_distributions_that_answer()
    {
        await using var app = await TwinApp.StartAsync(services: services => services.AddSingleton(
            new DatasetTerms(
                "Nhà xuất bản", "https://creativecommons.org/licenses/by/4.0/", new DateOnly(2026, 1, 2))));
        await app.ReportAsync("unit,indicator,period,value\n10001,CLINICS,2024-06,1\n");

        using var response = await app.Client.GetAsync("/v1/catalog");
        var catalog = JsonElement.Parse(await response.Content.ReadAsStringAsync());

        Assert.Equal("application/ld+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("dcat:Catalog", catalog.GetProperty("@type").GetString());
        var datasets = catalog.GetProperty("dcat:dataset").EnumerateArray().ToArray();
        Assert.Equal(6, datasets.Length);
        Assert.All(datasets, dataset => Assert.Equal(
            "https://creativecommons.org/licenses/by/4.0/",
            dataset.GetProperty("dct:license").GetProperty("@id").GetString()));
        Assert.Equal(
            "2024-06-01",
            datasets[0].GetProperty("dct:temporal").GetProperty("dcat:startDate").GetProperty("@value").GetString());
        foreach (var distribution in datasets.SelectMany(d => d.GetProperty("dcat:distribution").EnumerateArray()))
        {
            var url = distribution.GetProperty("dcat:downloadURL").GetProperty("@id").GetString()!;
            using var file = await app.Client.GetAsync(new Uri(url).PathAndQuery);
            Assert.True(file.StatusCode == HttpStatusCode.OK, url);
        }
    }
}
