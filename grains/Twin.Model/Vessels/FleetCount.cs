namespace Twin.Model.Vessels;

/// <summary>How many vessels are in a group, and how many episodes they had.</summary>
/// <param name="Group">The group.</param>
/// <param name="Vessels">The vessels, each once.</param>
/// <param name="Episodes">Their episodes, those that last included: never to be added to vessels.</param>
public readonly record struct FleetCount(FleetGroup Group, int Vessels, int Episodes);
