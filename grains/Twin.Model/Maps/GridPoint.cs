namespace Twin.Model.Maps;

/// <summary>
/// A position on a grid of 1e-7°, 1 cm: what borders are kept on, so that neighbors share them exactly.
/// </summary>
/// <param name="X">Steps east of Greenwich, within ±180°.</param>
/// <param name="Y">Steps north of the equator, within ±90°.</param>
public readonly record struct GridPoint(int X, int Y)
{
    /// <summary>Steps in a degree.</summary>
    public const int StepsPerDegree = 10_000_000;

    /// <summary>The greatest <see cref="X"/>.</summary>
    public const int MaxX = 180 * StepsPerDegree;

    /// <summary>The greatest <see cref="Y"/>.</summary>
    public const int MaxY = 90 * StepsPerDegree;

    /// <summary>Whether it lies on the earth.</summary>
    public bool IsOnEarth => X is >= -MaxX and <= MaxX && Y is >= -MaxY and <= MaxY;
}
