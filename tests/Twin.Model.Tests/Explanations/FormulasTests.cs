using Twin.Model.Explanations;
using Twin.Model.Rollups;
using Twin.TestKit;

namespace Twin.Model.Tests.Explanations;

public sealed class FormulasTests
{
    public static TheoryData<string, string, Rollup, bool, string, string> Rows => new()
    {
        {
            "ratio", "FIBER", Figure(1234.5, 2000, 61.725, 6, 2), false,
            "Covered 1,234.5 ÷ Households 2,000 × 100 = 61.73%",
            "Hộ có cáp 1.234,5 ÷ Hộ 2.000 × 100 = 61,73 %"
        },
        {
            "a ratio of nothing", "FIBER", Figure(0, 0, null, 6, 1), false,
            "Covered 0 ÷ Households 0: without a denominator there is no value.",
            "Hộ có cáp 0 ÷ Hộ 0: không có mẫu số thì không có giá trị."
        },
        {
            "weighted", "RATING", Figure(1500, 200, 7.5, 6, 2), false,
            "Σ (value × weight) 1,500 ÷ Σ Households 200 = 7.5", "Σ (giá trị × quyền số) 1.500 ÷ Σ Hộ 200 = 7,5"
        },
        {
            "sum", "CLINICS", Figure(16, null, 16, 6, 2), false,
            "The sum of what 2 of 6 units reported: 16", "Tổng số liệu của 2/6 đơn vị đã báo cáo: 16"
        },
        { "reported", "CLINICS", Figure(16, null, 16, 1, 1), true, "As reported: 16", "Theo báo cáo: 16" },
        {
            "smallest", "WORST", Figure(2, null, 2, 6, 3), false,
            "The smallest value of the 3 of 6 units that reported: 2",
            "Giá trị nhỏ nhất trong 3/6 đơn vị đã báo cáo: 2"
        },
        {
            "largest", "BEST", Figure(9, null, 9, 6, 3), false,
            "The largest value of the 3 of 6 units that reported: 9", "Giá trị lớn nhất trong 3/6 đơn vị đã báo cáo: 9"
        },
        {
            "nobody", "CLINICS", Figure(null, null, null, 6, 0), false,
            "Nobody has reported.", "Chưa đơn vị nào báo cáo."
        },
        {
            "divided extreme", "WORST", Figure(null, null, null, 2, 2), false,
            "It cannot be put together from what is known.", "Không thể gộp được từ những gì đã biết."
        },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_arithmetic_is_written_with_its_numbers(
        string name, string indicator, Rollup figure, bool isReported, string english, string vietnamese)
    {
        var definition = TestCity.Create().Indicators.Items.Single(one => one.Code == TestCity.Indicator(indicator));

        var formula = Formulas.Of(definition, figure, isReported);

        Assert.Equal((name, english, vietnamese), (name, formula.TextEn, formula.TextVi));
    }

    private static Rollup Figure(double? numerator, double? denominator, double? value, int expected, int reported) =>
        new(
            TestCity.Code("31"),
            TestCity.Indicator("FIBER"),
            TestCity.June2024,
            value,
            numerator,
            denominator,
            expected,
            reported,
            0,
            null,
            1);
}
