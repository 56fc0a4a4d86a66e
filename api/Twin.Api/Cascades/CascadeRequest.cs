using System.Text.Json.Serialization;
using Twin.Model.Plans.Cascades;
using Twin.Model.Units;

namespace Twin.Api.Cascades;

/// <summary>How a target is to be divided, and who says so.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CascadeRequest
{
    /// <summary>How; equal by default.</summary>
    public CascadeMethod Method { get; init; }

    /// <summary>The level of the last units that get a share; those directly below by default.</summary>
    public AdministrativeLevel? Level { get; init; }

    /// <summary>
    /// Of weighted: population, area, or the code of an indicator, whose numerator or value counts.
    /// </summary>
    public string? Weight { get; init; }

    /// <summary>Values by hand, by the code of the unit; the others get what the method gives.</summary>
    public Dictionary<string, double>? Values { get; init; }

    /// <summary>The period whose figures are baselines and denominators; the latest with data by default.</summary>
    public string? Period { get; init; }

    /// <summary>Who divides it, 1 to 200 characters; not needed in a dry run.</summary>
    public string? By { get; init; }

    /// <summary>Why, 1 to 2,000 characters; not needed in a dry run.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether only to show the shares; true by default, and so where it is null.</summary>
    public bool? DryRun { get; init; }

    /// <summary>The revision of the city that a dry run showed; another one is refused.</summary>
    public long? Revision { get; init; }
}
