namespace Twin.Api.Observations;

/// <summary>A report that was read to its end.</summary>
/// <param name="Rows">Its rows, by unit.</param>
/// <param name="Rejections">The rows refused so far.</param>
/// <param name="Hash">SHA-256 of the body, inflated and in UTF-8; empty when no idempotency key came.</param>
/// <param name="Reporter">The reporter that the body names; <c>null</c> when it names none.</param>
internal sealed record ReportContent(
    ReportRows Rows, Rejections Rejections, ReadOnlyMemory<byte> Hash, string? Reporter);
