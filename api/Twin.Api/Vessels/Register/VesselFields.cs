using System.Collections.Frozen;
using Twin.Api.Json;
using Twin.Api.Text;

namespace Twin.Api.Vessels.Register;

/// <summary>The names by which columns are found: English as in the API, and Vietnamese as in the registers.</summary>
internal static class VesselFields
{
    private static readonly (VesselField Field, string[] Names)[] Vietnamese =
    [
        (VesselField.Id, ["so hieu tau", "ky hieu tau"]),
        (VesselField.RegistrationNumber, ["so dang ky", "so dang ky tau", "registration number"]),
        (VesselField.Mmsi, ["so mmsi"]),
        (VesselField.ImoNumber, ["so imo", "imo"]),
        (VesselField.CallSign, ["ho hieu", "call sign"]),
        (VesselField.Name, ["ten tau", "vessel name"]),
        (VesselField.LengthMeters, ["chieu dai", "chieu dai lon nhat", "chieu dai (m)", "lmax", "length"]),
        (VesselField.HomeUnit, ["don vi", "xa phuong", "xa, phuong", "ma xa", "home unit", "commune"]),
        (VesselField.OwnerReference, ["ma chu tau", "chu tau", "owner"]),
        (VesselField.Gear, ["nghe", "nghe khai thac", "nghe chinh"]),
        (VesselField.RegistrationFrom, ["ngay dang ky", "dang ky tu ngay"]),
        (VesselField.RegistrationUntil, ["han dang ky", "dang ky den ngay"]),
        (VesselField.InspectionFrom, ["ngay dang kiem", "dang kiem tu ngay"]),
        (VesselField.InspectionUntil, ["han dang kiem", "dang kiem den ngay"]),
        (VesselField.LicenceFrom, ["ngay cap giay phep", "giay phep tu ngay"]),
        (VesselField.LicenceUntil, ["han giay phep", "giay phep den ngay"]),
        (VesselField.BeaconFeed, ["nguon vms", "don vi cung cap vms"]),
        (VesselField.BeaconFrom, ["ngay lap vms", "vms tu ngay"]),
        (VesselField.BeaconUntil, ["ngay thao vms", "vms den ngay"]),
    ];

    private static readonly FrozenDictionary<string, VesselField> ByName = Enum.GetValues<VesselField>()
        .Select(field => (Name: field.ToString().ToLowerInvariant(), field))
        .Concat(Vietnamese.SelectMany(one => one.Names.Select(name => (Name: name, field: one.Field))))
        .ToFrozenDictionary(pair => pair.Name, pair => pair.field, StringComparer.Ordinal);

    /// <summary>What a column's name says; <c>null</c> for one that is not known.</summary>
    public static VesselField? Find(string name) =>
        ByName.TryGetValue(FoldedText.Fold(name), out var field) ? field : null;

    /// <summary>The name of a field as the API spells it.</summary>
    public static string NameOf(VesselField field) => EnumWords<VesselField>.Of(field);
}
