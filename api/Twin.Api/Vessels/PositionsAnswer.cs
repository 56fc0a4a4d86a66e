using Twin.Api.Observations;

namespace Twin.Api.Vessels;

/// <summary>What became of positions.</summary>
/// <param name="Accepted">How many moved their vessel; they are on disk.</param>
/// <param name="KeptApart">How many did not, by why.</param>
/// <param name="Ignored">How many lines carry no position.</param>
/// <param name="Rejected">The lines refused; the first 1,000.</param>
/// <param name="RejectedTotal">How many lines were refused in all.</param>
internal sealed record PositionsAnswer(
    long Accepted,
    KeptApartAnswer KeptApart,
    int Ignored,
    IReadOnlyList<RejectedRowAnswer> Rejected,
    int RejectedTotal);
