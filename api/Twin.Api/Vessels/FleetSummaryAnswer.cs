namespace Twin.Api.Vessels;

/// <summary>Vessels counted.</summary>
/// <param name="Unit">The code of the unit; <c>null</c> for all units.</param>
/// <param name="AsOf">The instant.</param>
/// <param name="Vessels">How many vessels there are; without those of no unit, unless they were asked for.</param>
/// <param name="WithoutUnit">How many belong to no unit, such as passing merchant ships; 0 where a unit was asked for.
/// </param>
/// <param name="Episodes">How often they were lost; never to be added to vessels.</param>
/// <param name="Groups">The groups asked for that have vessels.</param>
internal sealed record FleetSummaryAnswer(
    string? Unit,
    DateTimeOffset AsOf,
    int Vessels,
    int WithoutUnit,
    int Episodes,
    IReadOnlyList<FleetGroupAnswer> Groups);
