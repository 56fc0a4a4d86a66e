using System.Collections.Frozen;
using Twin.Api.Observations;

namespace Twin.Api.Exchange.Imports;

/// <summary>
/// What the codes of refused rows mean, in Vietnamese. The refusals themselves are in English and name the offending
/// value; in a table of refused rows that value stands beside these words.
/// </summary>
internal static class RejectionWords
{
    private static readonly FrozenDictionary<string, (string Reason, string Hint)> Vietnamese =
        new Dictionary<string, (string, string)>(StringComparer.Ordinal)
        {
            ["ambiguous_number"] = (
                "Số có thể hiểu theo hai cách: dấu phân cách hàng nghìn hoặc dấu thập phân.",
                "Viết số không có dấu phân cách hàng nghìn, ví dụ 1360 hoặc 1,36."),
            ["ambiguous_unit"] = (
                "Tên đơn vị trùng với nhiều đơn vị.", "Ghi đầy đủ loại đơn vị và tên, hoặc ghi mã đơn vị."),
            ["derived_indicator"] = (
                "Chỉ tiêu này được tính từ số liệu khác.", "Không gửi chỉ tiêu này; gửi các số liệu tạo nên nó."),
            ["duplicate_row"] = (
                "Dòng trùng đơn vị, chỉ tiêu và kỳ với một dòng trước.", "Chỉ giữ một dòng; đính chính gửi riêng."),
            ["invalid_breakdown"] = ("Phân tổ không hợp lệ.", "Dùng mã phân tổ trong danh mục."),
            ["invalid_encoding"] = ("Dòng không phải là UTF-8.", "Lưu tệp với bảng mã UTF-8."),
            ["invalid_number"] = (
                "Ô số không phải là số.",
                "Ghi chữ số, ví dụ 1360 hoặc 58,6; tỷ lệ thì ghi tử số và mẫu số, không ghi dấu %."),
            ["invalid_period"] = ("Kỳ báo cáo không đọc được.", "Ghi 2025-06, 6/2025, Quý 3/2025 hoặc 2025."),
            ["invalid_result_time"] = ("Thời điểm số liệu không đọc được.", "Ghi ngày, ví dụ 05/07/2025."),
            ["invalid_source"] = ("Nguồn số liệu quá dài hoặc có ký tự lạ.", "Ghi tối đa 200 ký tự."),
            ["invalid_status"] = ("Trạng thái không đúng.", "Ghi A, P, E, M hoặc X, hoặc để trống."),
            ["malformed_row"] = (
                "Dòng có dấu ngoặc kép chưa đóng hoặc thừa ô.", "Đặt cả ô trong ngoặc kép; mỗi dòng một bản ghi."),
            ["line_too_long"] = ("Dòng quá dài.", "Kiểm tra dấu xuống dòng và ngoặc kép."),
            ["missing_denominator"] = ("Thiếu mẫu số.", "Ghi mẫu số của tỷ lệ."),
            ["missing_member"] = (
                "Chỉ tiêu đếm thành viên của danh mục, dòng không nêu thành viên nào.",
                "Mỗi thành viên một dòng: ghi mã phân tổ, giá trị 1 nếu có, 0 nếu không."),
            ["missing_value"] = ("Thiếu giá trị.", "Ghi số, hoặc ghi trạng thái M nếu không có số liệu."),
            ["negative_count"] = ("Số đếm nhỏ hơn 0.", "Số đếm phải từ 0 trở lên."),
            ["negative_value"] = ("Giá trị nhỏ hơn 0.", "Giá trị phải từ 0 trở lên."),
            ["not_a_boolean"] = ("Giá trị không phải 0 hoặc 1.", "Ghi 1 nếu có, 0 nếu không."),
            ["not_a_count"] = ("Số đếm không phải số nguyên.", "Ghi số nguyên."),
            ["not_a_number"] = ("Giá trị không phải là số hữu hạn.", "Ghi chữ số; bỏ trống nếu chưa biết."),
            ["numerator_above_denominator"] = ("Tử số lớn hơn mẫu số.", "Kiểm tra xem hai số có bị đảo không."),
            ["out_of_bounds"] = ("Giá trị ngoài khoảng cho phép của chỉ tiêu.", "Kiểm tra đơn vị tính và số lượng."),
            ["period_in_future"] = ("Kỳ báo cáo chưa bắt đầu.", "Chỉ báo cáo kỳ đã bắt đầu."),
            ["result_time_in_future"] = ("Thời điểm số liệu ở tương lai.", "Kiểm tra ngày và đồng hồ."),
            ["too_many"] = ("Báo cáo có quá nhiều dòng.", "Gửi phần còn lại trong tệp khác."),
            ["unexpected_denominator"] = ("Chỉ tiêu này không có mẫu số.", "Để trống cột mẫu số."),
            ["unit_not_valid"] = (
                "Đơn vị không tồn tại trong kỳ này.", "Kiểm tra ngày sáp nhập, chia tách và mã đơn vị."),
            ["unknown_dimension"] = ("Không có chiều phân tổ này.", "Xem danh mục phân tổ."),
            ["unknown_dimension_member"] = ("Không có mã phân tổ này.", "Dùng mã trong danh mục phân tổ."),
            ["unknown_indicator"] = ("Không có chỉ tiêu này.", "Dùng mã trong danh mục chỉ tiêu."),
            ["unknown_unit"] = ("Không có đơn vị này.", "Dùng mã của Tổng cục Thống kê, kể cả số 0 ở đầu."),
            ["wrong_frequency"] = ("Kỳ không đúng tần suất của chỉ tiêu.", "Xem tần suất trong danh mục chỉ tiêu."),
            ["wrong_level"] = ("Đơn vị ở cấp không báo cáo chỉ tiêu này.", "Xem cấp báo cáo trong danh mục chỉ tiêu."),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The row with reason and hint in Vietnamese; as it was where its code has no words.</summary>
    public static RejectedRowAnswer InVietnamese(RejectedRowAnswer row) =>
        Vietnamese.TryGetValue(row.Code, out var words)
            ? row with { Detail = words.Reason, Hint = words.Hint }
            : row;

    /// <summary>The codes that have words.</summary>
    public static IEnumerable<string> Codes => Vietnamese.Keys;
}
