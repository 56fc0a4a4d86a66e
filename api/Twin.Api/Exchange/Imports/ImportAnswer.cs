using Twin.Api.Observations;

namespace Twin.Api.Exchange.Imports;

/// <summary>What became of an imported table, or would.</summary>
/// <param name="IsDryRun">Whether nothing was taken in.</param>
/// <param name="FileName">What the file was called.</param>
/// <param name="HeaderLine">The line that named the columns.</param>
/// <param name="Mapping">The mapping that held: keep it for the next table of this form.</param>
/// <param name="Lines">How many lines after the header held anything.</param>
/// <param name="Accepted">How many observations are durable and applied; in a dry run, how many would be.</param>
/// <param name="Rejected">The observations refused, by line; the first 1,000.</param>
/// <param name="RejectedTotal">How many were refused in all.</param>
/// <param name="Held">The observations that are kept and wait in quarantine, by line; the first 1,000.</param>
/// <param name="HeldTotal">How many wait there, or would, in all.</param>
/// <param name="Sequence">The last sequence number; 0 in a dry run. For minSequence.</param>
/// <param name="IsRepeat">Whether all of it was there already, by the same Idempotency-Key.</param>
/// <param name="Encoding">The encoding that its text is in: the one named, or the one that was recognized.</param>
internal sealed record ImportAnswer(
    bool IsDryRun,
    string FileName,
    int HeaderLine,
    ImportMapping Mapping,
    int Lines,
    int Accepted,
    IReadOnlyList<RejectedRowAnswer> Rejected,
    int RejectedTotal,
    IReadOnlyList<HeldRowAnswer> Held,
    int HeldTotal,
    long Sequence,
    bool IsRepeat,
    string Encoding);
