using Twin.Model.Vessels;

namespace Twin.Api.Vessels;

/// <summary>Lost vessels of one unit, one class and one quarter of the day.</summary>
/// <param name="Unit">
/// The unit directly below the one asked for, or their own where that one no longer stands; <c>null</c> where it is not
/// known.
/// </param>
/// <param name="SizeClass">The class of length; <c>null</c> where it is not known.</param>
/// <param name="LostSlot">When of the day they were last heard.</param>
/// <param name="Vessels">How many there are; a vessel is in one group only.</param>
/// <param name="LongLost">How many of them the second clock has found lost.</param>
/// <param name="Episodes">How often they fell silent; never to be added to vessels.</param>
internal sealed record LostGroupAnswer(
    string? Unit, SizeClass? SizeClass, LostSlot LostSlot, int Vessels, int LongLost, int Episodes);
