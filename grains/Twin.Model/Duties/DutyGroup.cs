namespace Twin.Model.Duties;

/// <summary>Reports counted together.</summary>
/// <param name="Key">What they have in common: a code, an id, a period.</param>
/// <param name="Tally">The count.</param>
public readonly record struct DutyGroup(string Key, DutyTally Tally);
