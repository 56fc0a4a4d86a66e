namespace Twin.Api.Statistics;

/// <summary>How many of those who should have reported did.</summary>
/// <param name="Expected">How many units were expected to report, on the boundaries of the period's last day.</param>
/// <param name="Reported">How many did.</param>
/// <param name="Share">Reported over expected, 0 to 1; null when nobody was expected to.</param>
internal sealed record CoverageAnswer(int Expected, int Reported, double? Share);
