namespace Twin.Geo.Ais;

/// <summary>What a class B station can.</summary>
/// <param name="IsCarrierSense">Whether it shares the air by listening (CS) and not by SOTDMA.</param>
/// <param name="HasDisplay">Whether it shows messages 12 and 14.</param>
/// <param name="HasDsc">Whether it has a DSC receiver.</param>
/// <param name="CoversWholeBand">Whether it works over the whole marine band.</param>
/// <param name="TakesMessage22">Whether its channels can be changed by message 22.</param>
public readonly record struct AisClassBAbilities(
    bool IsCarrierSense, bool HasDisplay, bool HasDsc, bool CoversWholeBand, bool TakesMessage22);
