using System.Globalization;
using Twin.Api.Exchange.Imports;
using Twin.Model.Units;

namespace Twin.Api.Tests.Exchange;

public sealed class UnitNamesTests
{
    private static readonly DateOnly Day = new(2024, 6, 30);

    private static readonly TreeOfDate Tree = new AdministrativeTree(
    [
        Unit("31", AdministrativeLevel.City, "Thành phố", "Thành phố Hải Phòng"),
        Unit("303", AdministrativeLevel.District, "Quận", "Quận Hồng Bàng"),
        Unit("11296", AdministrativeLevel.Commune, "Phường", "Phường Quán Toan"),
        Unit("11299", AdministrativeLevel.Commune, "Phường", "Phường Hùng Vương"),
        Unit("11300", AdministrativeLevel.Commune, "Xã", "Xã Hùng Vương"),
        Unit("11305", AdministrativeLevel.Commune, "Xã", "Xã Hồng Bàng"),
    ]).On(Day);

    public static TheoryData<string, AdministrativeLevel?, string> Names => new()
    {
        { "Phường Quán Toan", null, "11296" },
        { "phường quán toan", null, "11296" },
        { "Quán Toan", null, "11296" },
        { "Quan Toan", null, "11296" },
        { "P. Quán Toan", null, "11296" },
        { "P.Quán Toan", null, "11296" },
        { "phuong quan toan", null, "11296" },
        { "Phường Hùng Vương", null, "11299" },
        { "Hùng Vương", null, "ambiguous_unit" },
        { "X. Hùng Vương", null, "11300" },
        { "Hồng Bàng", null, "ambiguous_unit" },
        { "Hồng Bàng", AdministrativeLevel.District, "303" },
        { "Hồng Bàng", AdministrativeLevel.Commune, "11305" },
        { "Q. Hồng Bàng", null, "303" },
        { "TP. Hải Phòng", null, "31" },
        { "Phường Không Có", null, "unknown_unit" },
        { "", null, "unknown_unit" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_unit_is_found_by_what_tables_call_it(string name, AdministrativeLevel? level, string expected)
    {
        var (unit, refusal) = UnitNames.Of(Tree).Find(name, level);

        Assert.Equal(expected, unit?.Code.Value ?? refusal?.Code);
    }

    [Fact]
    public void A_name_that_fits_several_units_is_answered_with_their_codes()
    {
        var (_, refusal) = UnitNames.Of(Tree).Find("Hùng Vương", null);

        Assert.Contains("Phường Hùng Vương (11299)", refusal!.Detail, StringComparison.Ordinal);
        Assert.Contains("Xã Hùng Vương (11300)", refusal.Detail, StringComparison.Ordinal);
    }

    private static AdministrativeUnit Unit(string code, AdministrativeLevel level, string kind, string name) => new()
    {
        Code = AdministrativeUnitCode.Parse(code, CultureInfo.InvariantCulture),
        Level = level,
        KindVi = kind,
        NameVi = name,
        NameAscii = code,
        NameEn = code,
        ValidFrom = new DateOnly(2020, 1, 1),
    };
}
