using System.Globalization;

namespace Twin.Model.Boundaries;

/// <summary>Says in words how a figure was re-based, or why it could not be.</summary>
internal static class RebasingTexts
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static (string En, string Vi) Describe(
        in RebasedValue made,
        int sources,
        int divided,
        IEnumerable<ShareMethod> methods,
        int missing,
        int expected)
    {
        var (en, vi) = made.ReasonCode switch
        {
            RebasingArithmetic.ExtremeDivided => (
                "The extreme may lie in either part of a divided unit; only its bounds are known.",
                "Giá trị cực trị có thể nằm ở bất kỳ phần nào của đơn vị bị chia; chỉ biết được khoảng của nó."),
            RebasingArithmetic.OrderDivided => (
                "The place in the order depends on where the values of divided units belong; "
                + "only its bounds are known.",
                "Vị trí trong thứ tự phụ thuộc vào giá trị của các đơn vị bị chia; chỉ biết được khoảng của nó."),
            RebasingArithmetic.NotAdditive => (
                "This indicator cannot be put together from the figures of several units; "
                + "ask on the boundaries of then.",
                "Chỉ tiêu này không thể gộp từ số liệu của nhiều đơn vị; hãy xem theo địa giới của thời điểm đó."),
            _ when sources == 0 => (
                expected == 0 ? "No unit of then belongs here." : "None of the units that became it has reported.",
                expected == 0 ? "Không có đơn vị nào trước đó thuộc về đây."
                    : "Chưa có đơn vị nào trong số các đơn vị tiền thân báo cáo."),
            _ when divided == 0 => (
                string.Create(CultureInfo.InvariantCulture, $"From {sources} whole units: nothing was divided."),
                string.Create(Vietnamese, $"Gộp từ {sources} đơn vị nguyên vẹn: không phải chia.")),
            _ => Divided(made.DividedShare, sources, divided, methods),
        };
        return missing == 0
            ? (en, vi)
            : (
                string.Create(
                    CultureInfo.InvariantCulture, $"{en} {missing} units that belong to it are not in the data."),
                string.Create(Vietnamese, $"{vi} Thiếu dữ liệu của {missing} đơn vị thuộc về nó."));
    }

    /// <summary>What is said of a figure that was worked out from re-based ones.</summary>
    public static (string En, string Vi) Derived(int inputs, int divided, bool hasValue) => !hasValue
        ? (
            "It cannot be worked out: too little of what it is made from is known on these boundaries.",
            "Không tính được: chưa đủ số liệu đầu vào theo địa giới này.")
        : (
            string.Create(
                CultureInfo.InvariantCulture,
                $"Worked out from {inputs} figures on these boundaries, {divided} of them with divided units."),
            string.Create(
                Vietnamese, $"Tính từ {inputs} số liệu theo địa giới này, {divided} số liệu có đơn vị bị chia."));

    private static (string En, string Vi) Divided(
        double share, int sources, int divided, IEnumerable<ShareMethod> methods)
    {
        var by = methods.Distinct().Order().ToArray();
        var en = string.Join(" and ", by.Select(NameEn));
        var vi = string.Join(" và ", by.Select(NameVi));
        return (
            string.Create(
                CultureInfo.InvariantCulture,
                $"{divided} of {sources} units were divided by {en}; "
                + $"{share * 100:0.0}% of the figure comes from them."),
            string.Create(
                Vietnamese,
                $"{divided} trong {sources} đơn vị được chia theo {vi}; "
                + $"{share * 100:0.0}% số liệu đến từ các đơn vị này."));
    }

    private static string NameEn(ShareMethod method) => method switch
    {
        ShareMethod.Population => "population",
        ShareMethod.Area => "area",
        _ => "equal parts",
    };

    private static string NameVi(ShareMethod method) => method switch
    {
        ShareMethod.Population => "dân số",
        ShareMethod.Area => "diện tích",
        _ => "phần bằng nhau",
    };
}
