using System.Collections.Frozen;
using Twin.Api.Exchange.Imports;
using Twin.Api.Observations;
using Twin.Api.Problems;

namespace Twin.Api.Vessels.Register;

/// <summary>
/// What the codes of refused rows of a register mean, in Vietnamese; with the offending value as the English words have
/// it. Other codes have the words of reports.
/// </summary>
internal static class VesselRejectionWords
{
    private static readonly FrozenDictionary<string, (string Reason, string Hint)> Vietnamese =
        new Dictionary<string, (string, string)>(StringComparer.Ordinal)
        {
            [RowCodes.DuplicateRow] = (
                "Tàu hoặc số MMSI này đã có ở một dòng trước.", "Mỗi tàu chỉ giữ một dòng."),
            [RowCodes.InvalidNumber] = (
                "Chiều dài hoặc số IMO không hợp lệ.", "Chiều dài tính bằng mét, ví dụ 15,5; số IMO có bảy chữ số."),
            [RowCodes.InvalidSource] = (
                "Ô chữ quá dài, có ký tự lạ, hoặc không phải mã nguồn tin.",
                "Ghi tối đa 100 ký tự; mã nguồn tin gồm chữ không dấu, chữ số, gạch nối."),
            [RowCodes.InvalidTime] = (
                "Ngày không đọc được, thiếu ngày đầu, hoặc ngày cuối trước ngày đầu.",
                "Ghi 31/03/2026, có ngày đầu và ngày cuối nếu có."),
            [RowCodes.InvalidVessel] = (
                "Số đăng ký hoặc số MMSI không hợp lệ.", "Số đăng ký như HP-90123-TS; số MMSI có chín chữ số."),
            [RowCodes.MissingValue] = (
                "Thiếu số đăng ký và số MMSI, hoặc thiết bị giám sát thiếu nguồn tin hay ngày lắp.",
                "Ghi ít nhất một số; thiết bị thì ghi cả nguồn tin và ngày lắp."),
            [ProblemCodes.Conflict] = (
                "Số MMSI này là của một tàu khác.", "Bỏ số ở tàu kia trước, hoặc sửa lại số."),
            [ProblemCodes.TooMany] = (
                "Không còn chỗ cho tàu này.", "Hỏi người vận hành, hoặc gửi phần còn lại trong tệp khác."),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The row with reason and hint in Vietnamese; as it was where its code has no words.</summary>
    public static RejectedRowAnswer InVietnamese(RejectedRowAnswer row) =>
        Vietnamese.TryGetValue(row.Code, out var words)
            ? row with { Detail = $"{words.Reason}{Value(row.Detail)}", Hint = words.Hint }
            : RejectionWords.InVietnamese(row);

    private static string Value(string detail)
    {
        var (begin, end) = (detail.IndexOf('\'', StringComparison.Ordinal), detail.LastIndexOf('\''));
        return end > begin ? $" ({detail[begin..(end + 1)]})" : string.Empty;
    }
}
