using Twin.Api.Exchange.Imports;

namespace Twin.Api.Tests.Exchange;

public sealed class PeriodWordsTests
{
    public static TheoryData<string, string?> Texts => new()
    {
        { "2025", "2025" },
        { "2025-S1", "2025-S1" },
        { "2025-Q3", "2025-Q3" },
        { "2025-06", "2025-06" },
        { "2025-06-15", "2025-06-15" },
        { "6/2025", "2025-06" },
        { "06/2025", "2025-06" },
        { "06-2025", "2025-06" },
        { "6.2025", "2025-06" },
        { "T6/2025", "2025-06" },
        { "Tháng 6/2025", "2025-06" },
        { "tháng 06 năm 2025", "2025-06" },
        { "THÁNG 12 NĂM 2024", "2024-12" },
        { "Quý 3/2025", "2025-Q3" },
        { "Quý III/2025", "2025-Q3" },
        { "Quý IV năm 2025", "2025-Q4" },
        { "Q2/2025", "2025-Q2" },
        { "6 tháng đầu năm 2025", "2025-S1" },
        { "6 tháng cuối năm 2025", "2025-S2" },
        { "Sáu tháng đầu năm 2025", "2025-S1" },
        { "Năm 2025", "2025" },
        { "Cả năm 2025", "2025" },
        { "15/6/2025", "2025-06-15" },
        { "15-06-2025", "2025-06-15" },
        { "13/2025", null },
        { "0/2025", null },
        { "Quý 5/2025", null },
        { "31/02/2025", null },
        { "tháng 6", null },
        { "6/25", null },
        { "10 tháng năm 2025", null }, // Ten months are not a year.
        { "", null },
        { new string('6', 1_000), null },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Periods_are_read_as_people_write_them(string text, string? period)
    {
        var isRead = PeriodWords.TryRead(text, out var read);

        Assert.Equal(period, isRead ? read.ToString() : null);
    }
}
