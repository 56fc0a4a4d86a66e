namespace Twin.Model.Vessels;

/// <summary>Puts instants into quarters of the day.</summary>
public static class LostSlots
{
    private static readonly TimeSpan VietnamOffset = TimeSpan.FromHours(7);

    /// <summary>The quarter in which a vessel was last heard.</summary>
    public static LostSlot Of(DateTimeOffset lastHeard) =>
        (LostSlot)(lastHeard.ToOffset(VietnamOffset).Hour / 6);
}
