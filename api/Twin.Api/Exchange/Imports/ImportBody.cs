namespace Twin.Api.Exchange.Imports;

/// <summary>Endpoint metadata: the endpoint takes a table and its mapping, for the API's description.</summary>
internal sealed class ImportBody
{
    /// <summary>The only one there need be.</summary>
    public static readonly ImportBody Instance = new();

    private ImportBody()
    {
    }
}
