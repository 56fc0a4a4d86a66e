namespace Twin.Model.Vessels;

/// <summary>Which vessels must have a paper, and since when: data of the dataset, with its source.</summary>
/// <param name="Paper">The paper.</param>
/// <param name="FromClass">The smallest class that must have it.</param>
/// <param name="From">The first day of the rule.</param>
/// <param name="To">The last day; <c>null</c> for no end.</param>
/// <param name="Source">The decree or law.</param>
public sealed record PaperRule(PaperKind Paper, SizeClass FromClass, DateOnly From, DateOnly? To, string Source);
