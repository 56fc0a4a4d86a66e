namespace Twin.Api.Vessels;

/// <summary>Vessels counted.</summary>
/// <param name="Unit">The code of the unit; <c>null</c> for all vessels, those without a home included.</param>
/// <param name="AsOf">The instant.</param>
/// <param name="Vessels">How many vessels there are.</param>
/// <param name="Episodes">How often they were lost; never to be added to vessels.</param>
/// <param name="Groups">The groups asked for that have vessels.</param>
internal sealed record FleetSummaryAnswer(
    string? Unit, DateTimeOffset AsOf, int Vessels, int Episodes, IReadOnlyList<FleetGroupAnswer> Groups);
