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
        Median = "The median of the {0} of {1} units that reported: {2}",
        Percentile = "Percentile {6} of the {0} of {1} units that reported: {2}",
        Distinct = "The distinct members that any of {0} of {1} units has: {2}",
        DistinctShare = "{3} of {4} members that {0} of {1} units named, each once{5} = {2}",
        All = "{3} of {4} units that reported say yes, and all must: {2}",
        Any = "{3} of {4} units that reported say yes, and one is enough: {2}",
        Growth = "({3} − {4}) ÷ {4}{5} = {2}",
        CompoundGrowth = "(({3} ÷ {4})^(1/{6}) − 1){5} = {2}",
        Composite = "{3} points ÷ {4}{5} = {2}; of {1} components {0} are known",
        Least = "The least of the {0} of {1} members that are known: {2}",
        Greatest = "The greatest of the {0} of {1} members that are known: {2}",
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
        Median = "Trung vị của {0}/{1} đơn vị đã báo cáo: {2}",
        Percentile = "Bách phân vị {6} của {0}/{1} đơn vị đã báo cáo: {2}",
        Distinct = "Số thành viên khác nhau mà {0}/{1} đơn vị có: {2}",
        DistinctShare = "{3}/{4} thành viên do {0}/{1} đơn vị nêu, mỗi thành viên tính một lần{5} = {2}",
        All = "{3}/{4} đơn vị đã báo cáo hoàn thành, cần tất cả: {2}",
        Any = "{3}/{4} đơn vị đã báo cáo hoàn thành, cần ít nhất một: {2}",
        Growth = "({3} − {4}) ÷ {4}{5} = {2}",
        CompoundGrowth = "(({3} ÷ {4})^(1/{6}) − 1){5} = {2}",
        Composite = "{3} điểm ÷ {4}{5} = {2}; biết {0}/{1} thành phần",
        Least = "Mức thấp nhất trong {0}/{1} thành viên đã biết: {2}",
        Greatest = "Mức cao nhất trong {0}/{1} thành viên đã biết: {2}",
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

    /// <summary>
    /// How many reported or are known, of how many, the value, what it was made from, the other part of that, the
    /// factor, and the percentile or years; so in all below.
    /// </summary>
    public required string Median { get; init; }

    public required string Percentile { get; init; }

    public required string Distinct { get; init; }

    public required string DistinctShare { get; init; }

    public required string All { get; init; }

    public required string Any { get; init; }

    public required string Growth { get; init; }

    public required string CompoundGrowth { get; init; }

    public required string Composite { get; init; }

    public required string Least { get; init; }

    public required string Greatest { get; init; }
}
