namespace Twin.Web.Tests.Browser;

/// <summary>
/// One city and one browser for all tests, one test at a time: a picture drawn by software takes a whole core.
/// </summary>
[CollectionDefinition(Name)]
public sealed class SharedCity : ICollectionFixture<CityBrowser>
{
    /// <summary>The name of the collection.</summary>
    public const string Name = "city";
}
