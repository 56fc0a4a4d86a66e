using System.Diagnostics;
using Twin.Model.Units;

namespace Twin.Api.Exchange;

/// <summary>What levels are called in files and on paper.</summary>
internal static class LevelWords
{
    /// <summary>The word.</summary>
    public static string Of(AdministrativeLevel level, bool isVietnamese) => (level, isVietnamese) switch
    {
        (AdministrativeLevel.Country, true) => "Cả nước",
        (AdministrativeLevel.Country, false) => "Country",
        (AdministrativeLevel.City, true) => "Thành phố",
        (AdministrativeLevel.City, false) => "City",
        (AdministrativeLevel.District, true) => "Huyện",
        (AdministrativeLevel.District, false) => "District",
        (AdministrativeLevel.Commune, true) => "Xã",
        (AdministrativeLevel.Commune, false) => "Commune",
        (AdministrativeLevel.Neighbourhood, true) => "Thôn",
        (AdministrativeLevel.Neighbourhood, false) => "Neighbourhood",
        _ => throw new UnreachableException($"No word for {level}."),
    };
}
