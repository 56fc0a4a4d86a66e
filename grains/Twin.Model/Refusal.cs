namespace Twin.Model;

/// <summary>
/// Why something was not accepted: a stable code, a sentence with the offending value, and what to do.
/// </summary>
/// <param name="Code">A stable code in lower_snake_case.</param>
/// <param name="Detail">One sentence that shows the offending value.</param>
/// <param name="Hint">What to do about it.</param>
public sealed record Refusal(string Code, string Detail, string Hint);
