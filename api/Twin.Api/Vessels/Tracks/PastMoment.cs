using Twin.Model.Vessels;

namespace Twin.Api.Vessels.Tracks;

/// <summary>A report of a vessel, with what follows from those before it.</summary>
/// <param name="Report">The report.</param>
/// <param name="Zone">The zone that it was in.</param>
/// <param name="Violates">Whether it stayed although its rule forbade it to.</param>
internal readonly record struct PastMoment(PositionReport Report, ZoneKind? Zone, bool Violates);
