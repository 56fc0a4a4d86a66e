using Twin.Model.Duties;

namespace Twin.Grains.Duties;

/// <summary>A decision about one report that is owed.</summary>
/// <param name="Id">The report.</param>
/// <param name="Query">What finds it: its duty, window and due day.</param>
/// <param name="Kind">What is decided.</param>
/// <param name="By">Who decides.</param>
/// <param name="Reason">Why.</param>
[GenerateSerializer, Immutable, Alias("twin.DutyMarkMessage")]
public sealed record DutyMarkMessage(
    [property: Id(0)] string Id,
    [property: Id(1)] DutyQuery Query,
    [property: Id(2)] DutyMarkKind Kind,
    [property: Id(3)] string By,
    [property: Id(4)] string Reason);
