using System.Collections.Immutable;

namespace Twin.Geo.Repair;

/// <summary>One thing that was wrong between units.</summary>
/// <param name="Note">What, where and how much.</param>
/// <param name="Units">The units concerned, by code.</param>
public sealed record CoverageNote(RepairNote Note, ImmutableArray<string> Units);
