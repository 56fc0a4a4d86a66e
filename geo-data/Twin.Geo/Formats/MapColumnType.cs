namespace Twin.Geo.Formats;

/// <summary>What a column of properties holds.</summary>
internal enum MapColumnType
{
    /// <summary>Nothing at all.</summary>
    Nothing,

    /// <summary>True and false.</summary>
    Boolean,

    /// <summary>Whole numbers.</summary>
    Integer,

    /// <summary>Numbers.</summary>
    Real,

    /// <summary>Texts, or several things.</summary>
    Text,
}
