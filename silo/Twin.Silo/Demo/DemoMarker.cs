namespace Twin.Silo.Demo;

/// <summary>
/// Says that a log holds demonstration observations, and whether all of them: a load that was cut off is taken up
/// again, and a city with real observations never gets any.
/// </summary>
/// <param name="DatasetId">The dataset.</param>
/// <param name="Seed">The seed.</param>
/// <param name="From">The first month.</param>
/// <param name="To">The last month.</param>
/// <param name="IsComplete">Whether all of them are in the log.</param>
internal sealed record DemoMarker(string DatasetId, int Seed, string From, string To, bool IsComplete);
