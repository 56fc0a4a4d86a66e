using Twin.Model.Boundaries;

namespace Twin.Api.Statistics;

/// <summary>The boundaries that figures are wanted on.</summary>
/// <param name="Date">Those of that day.</param>
/// <param name="Weight">What divides the figures of units that went to several.</param>
internal sealed record Boundaries(DateOnly Date, ShareWeight Weight);
