namespace Twin.Model.Vessels;

/// <summary>Puts lengths into classes.</summary>
public static class SizeClasses
{
    /// <summary>The class of a greatest length; a length on a border belongs to the upper class.</summary>
    public static SizeClass Of(double lengthMeters) => lengthMeters switch
    {
        < 6 => SizeClass.Under6,
        < 12 => SizeClass.From6To12,
        < 15 => SizeClass.From12To15,
        < 24 => SizeClass.From15To24,
        _ => SizeClass.From24,
    };
}
