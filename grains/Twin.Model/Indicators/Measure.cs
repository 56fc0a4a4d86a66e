namespace Twin.Model.Indicators;

/// <summary>What is counted or measured: the numerator or the denominator of indicators.</summary>
/// <param name="Code">Code, unique in a catalogue.</param>
/// <param name="NameVi">Vietnamese name.</param>
/// <param name="NameEn">English name.</param>
/// <param name="UnitOfMeasure">Unit of measure, such as <c>households</c> or <c>billion VND</c>.</param>
/// <param name="Kind">Which numbers it can take.</param>
public sealed record Measure(string Code, string NameVi, string NameEn, string UnitOfMeasure, MeasureKind Kind);
