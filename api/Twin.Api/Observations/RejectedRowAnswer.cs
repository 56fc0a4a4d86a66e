namespace Twin.Api.Observations;

/// <summary>A row that was refused.</summary>
/// <param name="Line">
/// Its line in the body, from 1 and with the header; in a JSON document its place in the list.
/// </param>
/// <param name="Code">The stable code.</param>
/// <param name="Detail">What is wrong, with the offending value.</param>
/// <param name="Hint">What to do about it.</param>
internal sealed record RejectedRowAnswer(int Line, string Code, string Detail, string Hint);
