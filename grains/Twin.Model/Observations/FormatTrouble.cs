namespace Twin.Model.Observations;

/// <summary>What a reader had to make out before an observation could be read. Flags: one can have several.</summary>
[Flags]
public enum FormatTrouble
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Spaces inside or around a number: <c>1 360</c>.</summary>
    Spaces = 1,

    /// <summary>A number with two readings, such as <c>1.360</c>, read as the rest of its file is.</summary>
    AmbiguousMark = 2,

    /// <summary>A file in an old encoding, such as windows-1258.</summary>
    LegacyEncoding = 4,

    /// <summary>Letters that old fonts leave in the place of Vietnamese ones: ð for đ, ƣ for ư.</summary>
    LookalikeLetters = 8,
}
