using Twin.Model.Vessels;

namespace Twin.Api.Vessels;

/// <summary>How a vessel stands with a paper today.</summary>
/// <param name="State">Whether it holds.</param>
/// <param name="From">Its first day.</param>
/// <param name="Until">Its last day; <c>null</c> for no end.</param>
internal sealed record PaperAnswer(PaperState State, DateOnly? From, DateOnly? Until)
{
    /// <summary>The answer for a paper.</summary>
    public static PaperAnswer Of(PaperState state, Validity? validity) =>
        new(state, validity?.From, validity?.Until);
}
