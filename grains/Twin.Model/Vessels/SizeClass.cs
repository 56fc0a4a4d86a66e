namespace Twin.Model.Vessels;

/// <summary>
/// Classes of vessels by greatest length, as decrees 26/2019 and 37/2024 and the sanctions of decree 301/2025 divide
/// them.
/// </summary>
public enum SizeClass
{
    /// <summary>Under 6 m.</summary>
    Under6 = 0,

    /// <summary>From 6 to under 12 m.</summary>
    From6To12 = 1,

    /// <summary>From 12 to under 15 m.</summary>
    From12To15 = 2,

    /// <summary>From 15 to under 24 m.</summary>
    From15To24 = 3,

    /// <summary>24 m and more.</summary>
    From24 = 4,
}
