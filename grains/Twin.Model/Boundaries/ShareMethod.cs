namespace Twin.Model.Boundaries;

/// <summary>How the share of a unit that goes to another was found, from certain to guessed.</summary>
public enum ShareMethod
{
    /// <summary>All of it goes there: nothing is divided.</summary>
    Whole = 0,

    /// <summary>By people: published, or the share of the area weighted by the density of where it went.</summary>
    Population = 1,

    /// <summary>By area.</summary>
    Area = 2,

    /// <summary>In equal parts, for want of anything better.</summary>
    Even = 3,
}
