namespace Twin.Model.Boundaries;

/// <summary>What divides the figures of a unit that went to several.</summary>
public enum ShareWeight
{
    /// <summary>People where that can be known, area elsewhere.</summary>
    Population = 0,

    /// <summary>Area alone.</summary>
    Area = 1,
}
