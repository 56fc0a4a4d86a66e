using System.Globalization;
using Twin.Model.Indicators;
using Twin.Model.Observations;

namespace Twin.Model.Quality;

/// <summary>What a rule found, in words. Pure.</summary>
public static class QualityWords
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    /// <summary>A finding in both languages.</summary>
    /// <param name="finding">What was found.</param>
    /// <param name="indicator">The indicator it is about; <c>null</c> where the catalogue has it no more.</param>
    public static (string Vi, string En) Of(QualityFinding finding, Indicator? indicator)
    {
        var digits = finding.Kind is QualityRuleKind.Bounds or QualityRuleKind.History or QualityRuleKind.Peers
            ? (indicator?.Decimals ?? 2) + 1
            : 3;
        return (Vi(finding, digits), En(finding, digits));
    }

    private static string Vi(QualityFinding found, int digits)
    {
        var (value, reference) = (Number(found.Value, digits, Vietnamese), Number(found.Reference, digits, Vietnamese));
        var measure = Number(Math.Abs(found.Measure), 1, Vietnamese);
        return found.Kind switch
        {
            QualityRuleKind.Bounds => $"{value} vượt ngưỡng đáng ngờ {reference}.",
            QualityRuleKind.Jump => $"{value} so với {reference} các kỳ trước: chênh {measure} lần.",
            QualityRuleKind.History => $"{value} xa trung vị {reference} các kỳ trước: điểm z bền vững {measure}.",
            QualityRuleKind.Peers => $"{value} xa trung vị {reference} của các đơn vị bên cạnh: điểm z {measure}.",
            QualityRuleKind.Balance => $"{value} không khớp với {reference}: lệch {measure} %.",
            QualityRuleKind.Missing => "Số liệu đến hạn chưa có.",
            QualityRuleKind.Quarantine => $"{value} đang chờ duyệt, nên kỳ này chưa có số liệu.",
            QualityRuleKind.Repeated => $"{value} lặp lại {measure} kỳ liền.",
            QualityRuleKind.Shared => $"{value} trùng hệt với {measure} đơn vị bên cạnh.",
            QualityRuleKind.Resent => $"Gửi lặp {measure} lần.",
            QualityRuleKind.Format => $"Khó đọc: {Troubles(found, isVietnamese: true)}.",
            _ => $"Số liệu mới nhất đã chậm {measure} kỳ.",
        };
    }

    private static string En(QualityFinding found, int digits)
    {
        var (value, reference) = (Number(found.Value, digits, English), Number(found.Reference, digits, English));
        var measure = Number(Math.Abs(found.Measure), 1, English);
        return found.Kind switch
        {
            QualityRuleKind.Bounds => $"{value} is beyond {reference}, where doubt begins.",
            QualityRuleKind.Jump => $"{value} after {reference} in the periods before: {measure} times apart.",
            QualityRuleKind.History => $"{value} is far from its own median {reference}: robust z-score {measure}.",
            QualityRuleKind.Peers => $"{value} is far from the median {reference} of units beside: z-score {measure}.",
            QualityRuleKind.Balance => $"{value} does not agree with {reference}: {measure} % apart.",
            QualityRuleKind.Missing => "The figure is due and has not come.",
            QualityRuleKind.Quarantine => $"{value} waits for a decision, so there is no figure.",
            QualityRuleKind.Repeated => $"{value} is the same for {measure} periods in a row.",
            QualityRuleKind.Shared => $"{value} is exactly what {measure} units beside report.",
            QualityRuleKind.Resent => $"Sent again {measure} times.",
            QualityRuleKind.Format => $"Hard to read: {Troubles(found, isVietnamese: false)}.",
            _ => $"The latest figure is late by {measure} times its cadence.",
        };
    }

    private static string Troubles(QualityFinding found, bool isVietnamese)
    {
        var trouble = (FormatTrouble)(int)found.Measure;
        var words = new List<string>(4);
        Add(FormatTrouble.Spaces, "khoảng trắng trong số", "spaces in a number");
        Add(FormatTrouble.AmbiguousMark, "dấu thập phân có hai cách hiểu", "a decimal mark with two readings");
        Add(FormatTrouble.LegacyEncoding, "bảng mã cũ", "an old encoding");
        Add(FormatTrouble.LookalikeLetters, "chữ thay thế của phông cũ (ð, ƣ)", "letters of old fonts (ð, ƣ)");
        return string.Join(", ", words);

        void Add(FormatTrouble flag, string vietnamese, string english)
        {
            if (trouble.HasFlag(flag))
            {
                words.Add(isVietnamese ? vietnamese : english);
            }
        }
    }

    private static string Number(double value, int digits, CultureInfo culture) =>
        value.ToString("#,0." + new string('#', Math.Clamp(digits, 0, 9)), culture);
}
