using Twin.Model.Alerts;

namespace Twin.Grains.Alerts;

/// <summary>What a person does to an alert.</summary>
/// <param name="Id">The alert.</param>
/// <param name="Kind">What.</param>
/// <param name="By">Who.</param>
/// <param name="Text">What they say, or to whom they give it.</param>
[GenerateSerializer, Immutable, Alias("twin.AlertAction")]
public sealed record AlertAction(
    [property: Id(0)] string Id,
    [property: Id(1)] AlertEventKind Kind,
    [property: Id(2)] string By,
    [property: Id(3)] string Text);
