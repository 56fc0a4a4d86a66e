namespace Twin.Model.Vessels;

/// <summary>Whether vessels may fish in a zone.</summary>
public enum ZoneAccess
{
    /// <summary>They may.</summary>
    Allowed = 0,

    /// <summary>They may not.</summary>
    Forbidden = 1,

    /// <summary>In the waters of their own province, and of those that have agreed with it.</summary>
    HomeOnly = 2,
}
