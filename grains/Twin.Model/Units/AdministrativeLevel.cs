namespace Twin.Model.Units;

/// <summary>
/// The tiers of administration, from the whole country down. A tree need not have all of them: a two-tier city has
/// communes directly under it. Nothing may take a level from a depth or the reverse.
/// </summary>
public enum AdministrativeLevel
{
    /// <summary>The whole country.</summary>
    Country = 0,

    /// <summary>A province, or a city of the province's rank (tỉnh, thành phố trực thuộc trung ương).</summary>
    City = 1,

    /// <summary>Quận, huyện, thị xã, thành phố thuộc tỉnh; gone since 1 July 2025.</summary>
    District = 2,

    /// <summary>Xã, phường, thị trấn, đặc khu.</summary>
    Commune = 3,

    /// <summary>Thôn, tổ dân phố, khu phố.</summary>
    Neighbourhood = 4,
}
