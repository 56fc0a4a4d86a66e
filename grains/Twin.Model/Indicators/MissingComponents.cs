namespace Twin.Model.Indicators;

/// <summary>What becomes of the components of an index that have no figure.</summary>
public enum MissingComponents
{
    /// <summary>The index is made of the others, as if they alone had weight.</summary>
    Leave = 0,

    /// <summary>They count with the score 0.</summary>
    Zero = 1,

    /// <summary>The index has no value as long as one is missing that has weight.</summary>
    Refuse = 2,
}
