using System.Globalization;

namespace Twin.Model.Explanations;

/// <summary>The phrases that formulas are made of, in one language; <c>{0}</c>, <c>{1}</c> stand for values.</summary>
internal sealed record FormulaWords
{
    public static readonly FormulaWords English = new()
    {
        Culture = CultureInfo.GetCultureInfo("en-US"),
        Percent = "%",
        Nothing = "Nobody has reported.",
        NoDenominator = "{0} {1} ÷ {2} {3}: without a denominator there is no value.",
        Unknown = "It cannot be put together from what is known.",
        Reported = "As reported: {0}",
        Sum = "The sum of what {0} of {1} units reported: {2}",
        Ratio = "{0} {1} ÷ {2} {3}{4} = {5}",
        Mean = "Σ (value × weight) {1} ÷ Σ {2} {3} = {5}",
        Smallest = "The smallest value of the {0} of {1} units that reported: {2}",
        Largest = "The largest value of the {0} of {1} units that reported: {2}",
    };

    public static readonly FormulaWords Vietnamese = new()
    {
        Culture = CultureInfo.GetCultureInfo("vi-VN"),
        Percent = " %",
        Nothing = "Chưa đơn vị nào báo cáo.",
        NoDenominator = "{0} {1} ÷ {2} {3}: không có mẫu số thì không có giá trị.",
        Unknown = "Không thể gộp được từ những gì đã biết.",
        Reported = "Theo báo cáo: {0}",
        Sum = "Tổng số liệu của {0}/{1} đơn vị đã báo cáo: {2}",
        Ratio = "{0} {1} ÷ {2} {3}{4} = {5}",
        Mean = "Σ (giá trị × quyền số) {1} ÷ Σ {2} {3} = {5}",
        Smallest = "Giá trị nhỏ nhất trong {0}/{1} đơn vị đã báo cáo: {2}",
        Largest = "Giá trị lớn nhất trong {0}/{1} đơn vị đã báo cáo: {2}",
    };

    public required CultureInfo Culture { get; init; }

    /// <summary>What follows a number of per cent.</summary>
    public required string Percent { get; init; }

    public required string Nothing { get; init; }

    /// <summary>Numerator's name and number, denominator's name and number.</summary>
    public required string NoDenominator { get; init; }

    public required string Unknown { get; init; }

    public required string Reported { get; init; }

    /// <summary>How many reported, of how many, and the value; so in the two below.</summary>
    public required string Sum { get; init; }

    /// <summary>Numerator's name and number, denominator's name and number, factor, value; so in the mean.</summary>
    public required string Ratio { get; init; }

    public required string Mean { get; init; }

    public required string Smallest { get; init; }

    public required string Largest { get; init; }
}
