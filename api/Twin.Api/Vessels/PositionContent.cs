using Twin.Api.Observations;
using Twin.Model.Vessels;

namespace Twin.Api.Vessels;

/// <summary>Positions that were read to their end.</summary>
/// <param name="Reports">The reports, in the order of the body.</param>
/// <param name="Rejections">The lines refused.</param>
/// <param name="Ignored">How many lines carry no position.</param>
internal sealed record PositionContent(List<PositionReport> Reports, Rejections Rejections, int Ignored);
