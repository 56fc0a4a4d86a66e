using System.Collections.Immutable;
using Twin.Model.Observations;
using Twin.Model.Units;

namespace Twin.Simulation.Tests.Checks;

/// <summary>A report as it was sent.</summary>
/// <param name="Unit">The unit it is of.</param>
/// <param name="Observations">What was sent.</param>
/// <param name="Good">What of it was good then already; more may be later, when a time ahead has come.</param>
internal sealed record SentReport(
    AdministrativeUnitCode Unit, ImmutableArray<Observation> Observations, ImmutableArray<Observation> Good);
