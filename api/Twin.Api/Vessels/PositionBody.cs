namespace Twin.Api.Vessels;

/// <summary>Endpoint metadata: the endpoint takes positions, for the API's description.</summary>
internal sealed class PositionBody
{
    /// <summary>The only one there need be.</summary>
    public static readonly PositionBody Instance = new();

    private PositionBody()
    {
    }
}
