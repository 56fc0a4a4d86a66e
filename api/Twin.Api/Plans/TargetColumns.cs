using System.Collections.Frozen;
using Twin.Api.Text;

namespace Twin.Api.Plans;

/// <summary>What the columns of a table of targets are called, in a dataset, in a register, and in an office.</summary>
internal static class TargetColumns
{
    public const string Id = "id";
    public const string Document = "document";
    public const string DocumentNumber = "doc_number";
    public const string DocumentDate = "doc_date";
    public const string Place = "place";
    public const string Section = "section";
    public const string Kind = "kind";
    public const string Tiers = "tiers";
    public const string Indicator = "indicator";
    public const string NameVi = "name_vi";
    public const string NameEn = "name_en";
    public const string Comparator = "comparator";
    public const string Value = "value";
    public const string ValueMax = "value_max";
    public const string Unit = "unit";
    public const string DueDate = "due_date";
    public const string YearDue = "year_due";
    public const string Cadence = "cadence";
    public const string OwnerAgency = "owner_agency";
    public const string OwnerAgencyId = "owner_agency_id";
    public const string OwnerBasis = "owner_basis";
    public const string Note = "note";

    private static readonly FrozenDictionary<string, string> Known = new[]
    {
        (Id, "id, mã, mã chỉ tiêu, mã mục tiêu, target"),
        (Document, "document, tệp, tài liệu"),
        (DocumentNumber, "doc_number, số hiệu, số văn bản, số ký hiệu"),
        (DocumentDate, "doc_date, ngày văn bản, ngày ban hành"),
        (Place, "place, địa phương"),
        (Section, "section, mục, phần"),
        (Kind, "kind, loại"),
        (Tiers, "tiers, tier, cấp, áp dụng cho cấp"),
        ("scope", "scope, phạm vi, đối tượng"),
        (Indicator, "indicator, chỉ số, mã chỉ số, mã indicator"),
        (NameVi, "name_vi, indicator_vi, tên chỉ tiêu, chỉ tiêu, tên mục tiêu, mục tiêu, nội dung"),
        (NameEn, "name_en, indicator_en, name, tên tiếng Anh"),
        (Comparator, "comparator, so sánh, dấu, phép so sánh"),
        (Value, "value, giá trị, giao, số giao, chỉ tiêu giao"),
        (ValueMax, "value_max, giá trị đến, đến, giá trị lớn nhất"),
        (Unit, "unit, đơn vị tính, đvt"),
        (DueDate, "due_date, hạn, thời hạn, hạn hoàn thành, thời gian hoàn thành"),
        (YearDue, "year_due, năm"),
        (Cadence, "cadence, chu kỳ báo cáo, kỳ báo cáo, chu kỳ"),
        (OwnerAgency, "owner_agency, cơ quan chủ trì, đơn vị chủ trì, chủ trì, đầu mối"),
        (OwnerAgencyId, "owner_agency_id, mã cơ quan"),
        (OwnerBasis, "owner_basis"),
        ("direction", "direction, chiều"),
        (Note, "note, notes, ghi chú"),
        ("among", "among"),
        ("units", "units, đơn vị áp dụng"),
        ("whole_year", "whole_year, cả năm"),
    }.SelectMany(column => column.Item2.Split(", ").Select(name => (Name: FoldedText.Fold(name), Field: column.Item1)))
        .ToFrozenDictionary(column => column.Name, column => column.Field, StringComparer.Ordinal);

    /// <summary>What a column holds; <c>null</c> for one that is not known.</summary>
    public static string? Find(string name) => Known.GetValueOrDefault(FoldedText.Fold(name));
}
