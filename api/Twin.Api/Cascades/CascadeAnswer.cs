using Twin.Model.Plans.Cascades;
using Twin.Model.Units;

namespace Twin.Api.Cascades;

/// <summary>A target divided, or how it would be.</summary>
/// <param name="Applied">Whether the shares are given; false in a dry run.</param>
/// <param name="Revision">The revision of the city that gave them or, in a dry run, that it was made for.</param>
/// <param name="Target">The target's id.</param>
/// <param name="Method">How it was divided.</param>
/// <param name="Level">The level of the last units that got a share.</param>
/// <param name="Date">The day whose boundaries it was divided on.</param>
/// <param name="Period">The period whose figures were baselines and denominators.</param>
/// <param name="Nodes">Each unit whose target was divided, the highest first.</param>
internal sealed record CascadeAnswer(
    bool Applied,
    long Revision,
    string Target,
    CascadeMethod Method,
    AdministrativeLevel Level,
    DateOnly Date,
    string Period,
    IReadOnlyList<CascadeNodeAnswer> Nodes);
