using Twin.Model.Space;
using Twin.Model.Vessels;

namespace Twin.Geo.Ais;

/// <summary>
/// The position report in messages 1, 2, 3, 9, 18, 19 and 27. What a type does not carry, and what a vessel does not
/// know, is <c>null</c>.
/// </summary>
public readonly record struct AisPositionReport
{
    /// <summary>The type of message.</summary>
    public required byte MessageType { get; init; }

    /// <summary>The user ID of the sender.</summary>
    public required uint UserId { get; init; }

    /// <summary>Where it was; <c>null</c> where not available or outside the world.</summary>
    public required GeoPosition? Position { get; init; }

    /// <summary>Whether the position is good to 10 m.</summary>
    public required bool IsAccurate { get; init; }

    /// <summary>Whether the receiver monitors the integrity of its satellites (RAIM).</summary>
    public required bool HasRaim { get; init; }

    /// <summary>The speed; 102.2 means that or more (1,022 in message 9).</summary>
    public double? SpeedOverGroundKnots { get; init; }

    /// <summary>The course, from 0 to below 360.</summary>
    public double? CourseOverGroundDegrees { get; init; }

    /// <summary>The heading, from 0 to 359.</summary>
    public int? TrueHeadingDegrees { get; init; }

    /// <summary>The second of the minute in which the position was fixed.</summary>
    public int? UtcSecond { get; init; }

    /// <summary>What the vessel is doing.</summary>
    public NavigationalStatus? Status { get; init; }

    /// <summary>The rate of turn, starboard positive.</summary>
    public double? RateOfTurnDegreesPerMinute { get; init; }

    /// <summary>A fast turn that was not measured.</summary>
    public AisFastTurn? FastTurn { get; init; }
}
