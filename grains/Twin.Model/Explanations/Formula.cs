namespace Twin.Model.Explanations;

/// <summary>How a figure was worked out, with its numbers put in.</summary>
/// <param name="TextEn">In English.</param>
/// <param name="TextVi">In Vietnamese.</param>
public sealed record Formula(string TextEn, string TextVi);
