namespace Twin.Geo.Ais;

/// <summary>Whose binary data a message carries.</summary>
/// <param name="DesignatedArea">The designated area code, 1 for international ones.</param>
/// <param name="Function">The function identifier, 0 to 63.</param>
public readonly record struct AisApplicationId(int DesignatedArea, int Function)
{
    internal static AisApplicationId Read(AisBits bits, int start) =>
        new((int)bits.Field(start, 10), (int)bits.Field(start + 10, 6));
}
