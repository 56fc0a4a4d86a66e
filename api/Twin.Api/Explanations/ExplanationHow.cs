namespace Twin.Api.Explanations;

/// <summary>What a figure was made of.</summary>
internal enum ExplanationHow
{
    /// <summary>That was not looked up; the link of the figure does it.</summary>
    Closed = 0,

    /// <summary>Of the figures of the units directly below.</summary>
    Units = 1,

    /// <summary>Of nothing else: the unit reported it.</summary>
    Report = 2,

    /// <summary>Of the finer parts that the unit reported in place of it.</summary>
    Parts = 3,

    /// <summary>Of the figures of the units of then, by the share of each that belongs here.</summary>
    Shares = 4,

    /// <summary>Of the reports that were due.</summary>
    Duties = 5,

    /// <summary>Of the unit's own figures: levels, components of an index, members of a dimension.</summary>
    Inputs = 6,
}
