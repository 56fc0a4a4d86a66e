using Twin.Model.Plans;
using Twin.Model.Rollups;
using static Twin.Model.Tests.Plans.PlanExamples;

namespace Twin.Model.Tests.Plans;

/// <summary>The sentences that explain a status; Vietnamese writes the decimal comma.</summary>
public sealed class TargetReasonsTests
{
    private const string Due = "2024-12-31";

    public static TheoryData<string, TargetComparator, string?, double, string, string> Sentences => new()
    {
        {
            "2024-06", TargetComparator.AtLeast, Due, 24,
            "24% in 2024-06 against ≥ 40% by 31 Dec 2024: the path stands at 23.52%; "
            + "needed: 2.67 percentage points a month.",
            "24 % kỳ 2024-06 so với ≥ 40 %, hạn 31/12/2024: lộ trình ở mức 23,52 %; cần 2,67 điểm % mỗi tháng."
        },
        {
            "2024-06", TargetComparator.AtLeast, Due, 21,
            "21% in 2024-06 against ≥ 40% by 31 Dec 2024: a little behind the path at 23.52%; "
            + "needed: 3.17 percentage points a month.",
            "21 % kỳ 2024-06 so với ≥ 40 %, hạn 31/12/2024: chậm ít so với lộ trình 23,52 %; cần 3,17 điểm % mỗi tháng."
        },
        {
            "2024-06", TargetComparator.AtLeast, Due, 12.5,
            "12.5% in 2024-06 against ≥ 40% by 31 Dec 2024: behind the path at 23.52%; "
            + "needed: 4.58 percentage points a month.",
            "12,5 % kỳ 2024-06 so với ≥ 40 %, hạn 31/12/2024: chậm so với lộ trình 23,52 %; cần 4,58 điểm % mỗi tháng."
        },
        {
            "2024-06", TargetComparator.Above, Due, 58.6,
            "58.6% in 2024-06 against > 40%: met.",
            "58,6 % kỳ 2024-06 so với > 40 %: đạt."
        },
        {
            "2024-12", TargetComparator.AtLeast, Due, 39.5,
            "39.5% in 2024-12 against ≥ 40%: short by 0.5 percentage points after the due date, 31 Dec 2024.",
            "39,5 % kỳ 2024-12 so với ≥ 40 %: còn thiếu 0,5 điểm % khi đã quá hạn 31/12/2024."
        },
        {
            "2024-12", TargetComparator.Above, Due, 40,
            "40% in 2024-12 against > 40%: reached and not exceeded after the due date, 31 Dec 2024.",
            "40 % kỳ 2024-12 so với > 40 %: mới bằng, chưa vượt khi đã quá hạn 31/12/2024."
        },
        {
            "2024-06", TargetComparator.Above, null, 40,
            "40% in 2024-06 against > 40%: reached and not exceeded.",
            "40 % kỳ 2024-06 so với > 40 %: mới bằng, chưa vượt."
        },
        {
            "2024-06", TargetComparator.AtLeast, null, 12.25,
            "12.25% in 2024-06 against ≥ 40%: short by 27.75 percentage points.",
            "12,25 % kỳ 2024-06 so với ≥ 40 %: còn thiếu 27,75 điểm %."
        },
        {
            "2024-06", TargetComparator.AtMost, null, 40.25,
            "40.25% in 2024-06 against ≤ 40%: over by 0.25 percentage points.",
            "40,25 % kỳ 2024-06 so với ≤ 40 %: vượt quá 0,25 điểm %."
        },
        {
            "2024-06", TargetComparator.About, null, 41,
            "41% in 2024-06 against ≈ 40%: met.",
            "41 % kỳ 2024-06 so với ≈ 40 %: đạt."
        },
        {
            "2024-06", TargetComparator.AtLeast, null, 39.996,
            "39.996% in 2024-06 against ≥ 40%: short by 0.004 percentage points.",
            "39,996 % kỳ 2024-06 so với ≥ 40 %: còn thiếu 0,004 điểm %."
        },
    };

    [Fact]
    public void What_was_met_only_after_its_due_date_says_so()
    {
        Rollup[] series =
        [
            Of("2024-06", 30_000, 100_000), Of("2024-12", 39_000, 100_000), Of("2025-03", 45_000, 100_000),
        ];

        var late = Assess(Goal(TargetComparator.AtLeast, 40, Due), Share, series);
        var inTime = Assess(Goal(TargetComparator.AtLeast, 39, Due), Share, series);

        Assert.Equal((TargetStatus.Met, "2024-12"), (late.Status, late.ShortAtDue?.Period.ToString()));
        Assert.Equal(
            "45% in 2025-03 against ≥ 40%: met, but not by the due date, 31 Dec 2024: 39% in 2024-12.", late.ReasonEn);
        Assert.Equal(
            "45 % kỳ 2025-03 so với ≥ 40 %: đạt, nhưng sau hạn 31/12/2024: kỳ 2024-12 mới 39 %.", late.ReasonVi);
        Assert.Equal((TargetStatus.Met, null), (inTime.Status, inTime.ShortAtDue));
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Each_status_says_why_in_both_languages(
        string period, TargetComparator comparator, string? due, double percent, string english, string vietnamese)
    {
        // The path runs from 10 % at the end of January to 40 %.
        Rollup[] series = [Of("2024-01", 10_000, 100_000), Of(period, Math.Round(percent * 1_000), 100_000)];

        var assessment = Assess(Goal(comparator, 40, due), Share, series);

        Assert.Equal(english, assessment.ReasonEn);
        Assert.Equal(vietnamese, assessment.ReasonVi);
    }

    [Fact]
    public void Large_amounts_are_grouped_as_each_language_does()
    {
        var assessment = Assess(
            Goal(TargetComparator.AtLeast, 115_239), Amount, [Value("2024-06", 98_453.25)]);

        Assert.Equal("98,453.25 in 2024-06 against ≥ 115,239: short by 16,785.75.", assessment.ReasonEn);
        Assert.Equal("98.453,25 kỳ 2024-06 so với ≥ 115.239: còn thiếu 16.785,75.", assessment.ReasonVi);
    }

    [Fact]
    public void A_range_names_both_ends()
    {
        var assessment = Assess(
            Goal(TargetComparator.Between, 15, null, 20), Amount, [Value("2024-06", 17.5)]);

        Assert.Equal("17.5 in 2024-06 against 15 – 20: met.", assessment.ReasonEn);
        Assert.Equal("17,5 kỳ 2024-06 so với 15 – 20: đạt.", assessment.ReasonVi);
    }

    [Fact]
    public void Without_data_the_sentence_says_so()
    {
        var assessment = Assess(Goal(TargetComparator.AtLeast, 40, Due), Share, []);

        Assert.Equal("No figure has been reported yet.", assessment.ReasonEn);
        Assert.Equal("Chưa có số liệu báo cáo.", assessment.ReasonVi);
    }
}
