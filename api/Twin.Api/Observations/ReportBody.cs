namespace Twin.Api.Observations;

/// <summary>Endpoint metadata: the endpoint takes a report, for the API's description.</summary>
internal sealed class ReportBody
{
    /// <summary>The only one there need be.</summary>
    public static readonly ReportBody Instance = new();

    private ReportBody()
    {
    }
}
