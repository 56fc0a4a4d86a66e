using System.Collections.Immutable;
using Twin.Model.Agencies;
using Twin.Model.Plans;

namespace Twin.Geo.Datasets;

/// <summary>The tables of a plan as somebody sent them: the good rows, and what is wrong with the others.</summary>
/// <param name="Plans">The plans.</param>
/// <param name="Targets">Their rows.</param>
/// <param name="Agencies">The agencies that they name.</param>
/// <param name="Problems">What is wrong, by file and line; a row with a problem is in no list.</param>
public sealed record PlanTables(
    ImmutableArray<Plan> Plans,
    ImmutableArray<Target> Targets,
    ImmutableArray<Agency> Agencies,
    ImmutableArray<DatasetProblem> Problems);
