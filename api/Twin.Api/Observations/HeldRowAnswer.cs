using System.Text.Json.Serialization;

namespace Twin.Api.Observations;

/// <summary>A row that is durable, and counts only once somebody has decided.</summary>
/// <param name="Line">Its line in the body, as of rejected rows.</param>
/// <param name="Id">What it is called in /v1/quarantine; null in a dry run.</param>
/// <param name="Rule">The rule that holds it.</param>
/// <param name="Detail">What is doubtful, with the number and what it was held against.</param>
/// <param name="Hint">What to do about it.</param>
/// <param name="DetailVi">The detail in Vietnamese.</param>
/// <param name="HintVi">The hint in Vietnamese.</param>
internal sealed record HeldRowAnswer(
    int Line,
    string? Id,
    string Rule,
    string Detail,
    string Hint,
    [property: JsonIgnore] string DetailVi,
    [property: JsonIgnore] string HintVi)
{
    /// <summary>The row with detail and hint in Vietnamese.</summary>
    public HeldRowAnswer InVietnamese() => this with { Detail = DetailVi, Hint = HintVi };
}
