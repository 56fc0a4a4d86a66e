namespace Twin.Model.Quality;

/// <summary>How a number must stand to the sum of others.</summary>
public enum BalanceRelation
{
    /// <summary>Equal to it.</summary>
    Equal = 0,

    /// <summary>At most as large.</summary>
    AtMost = 1,

    /// <summary>At least as large.</summary>
    AtLeast = 2,
}
