using Twin.Geo.Coordinates;

namespace Twin.Api.Space;

/// <summary>A reference system that positions may be given in.</summary>
/// <param name="Uri">Its URI, by which it is named in requests.</param>
/// <param name="Name">The name that its authority gives it.</param>
/// <param name="Axes">What its first and second coordinates are.</param>
/// <param name="IsOfCity">Whether the city's surveys are in it.</param>
internal sealed record ReferenceSystemAnswer(string Uri, string Name, AxisOrder Axes, bool IsOfCity);
