using System.Globalization;
using Twin.Model.Calendars;
using Twin.Model.Duties;

namespace Twin.Model.Tests.Duties;

public sealed class DutyRulesTests
{
    // Due on Friday 10 January 2025, on time until its end in Vietnam: 17:00 UTC.
    private static readonly DutyDeadline Deadline = new(
        new DateOnly(2025, 1, 10), VietnamDay.EndOf(new DateOnly(2025, 1, 10)));

    public static TheoryData<string, string, string?, string?, string, DutyState> States => new()
    {
        { "eight days ahead", "2025-01-02T16:59:59Z", null, null, "", DutyState.Pending },
        { "seven days ahead, as Vietnam counts days", "2025-01-02T17:00:00Z", null, null, "", DutyState.DueSoon },
        { "23:30 on the last day", "2025-01-10T16:30:00Z", null, null, "", DutyState.DueSoon },
        { "00:00 on the day after", "2025-01-10T17:00:00Z", null, null, "", DutyState.Missing },
        { "came at 23:30", "2025-01-11T00:00:00Z", "2025-01-10T16:30:00Z", null, "", DutyState.Received },
        { "came at 00:00", "2025-01-11T00:00:00Z", "2025-01-10T17:00:00Z", null, "", DutyState.Late },
        { "came early", "2025-01-03T00:00:00Z", "2025-01-02T00:00:00Z", null, "", DutyState.Received },
        { "was changed", "2025-02-01T00:00:00Z", "2025-01-09T00:00:00Z", "2025-01-20T00:00:00Z", "",
            DutyState.Corrected },
        { "was late, and changed", "2025-02-01T00:00:00Z", "2025-01-12T00:00:00Z", "2025-01-20T00:00:00Z", "",
            DutyState.Late },
        { "was waived", "2025-02-01T00:00:00Z", null, null, "waived 01-05", DutyState.Waived },
        { "was waived after it had come late", "2025-02-01T00:00:00Z", "2025-01-12T00:00:00Z", null,
            "waived 01-15", DutyState.Waived },
        { "will be waived later", "2025-01-04T00:00:00Z", null, null, "waived 01-05", DutyState.DueSoon },
        { "was asked for again", "2025-02-01T00:00:00Z", null, null, "waived 01-05, reinstated 01-06",
            DutyState.Missing },
        { "was handed back", "2025-02-01T00:00:00Z", null, null, "returned 01-09", DutyState.Returned },
    };

    [Theory]
    [MemberData(nameof(States))]
    public void Where_a_report_stands_and_that_it_is_in_one_count_only(
        string why, string now, string? first, string? corrected, string marks, DutyState expected)
    {
        var receipt = new DutyReceipt(Instant(first), Instant(corrected));

        var state = DutyRules.State(Deadline, receipt, Marks(marks), Instant(now)!.Value);

        Assert.Equal((why, expected), (why, state));
        var tally = DutyRules.Tally(state, Deadline, receipt, Instant(now)!.Value);
        Assert.Equal(1, tally.Expected + tally.Waived);
        Assert.Equal(state == DutyState.Waived, tally.Waived == 1);
        Assert.Equal(state == DutyState.Returned, tally.Returned == 1);
    }

    [Fact]
    public void Before_its_time_has_passed_a_report_counts_neither_for_nor_against_anybody()
    {
        var now = Instant("2025-01-05T00:00:00Z")!.Value;
        var here = new DutyReceipt(now.AddDays(-1), null);

        Assert.Equal(0, DutyRules.Tally(DutyState.Received, Deadline, here, now).Due);
        Assert.Equal(0, DutyRules.Tally(DutyState.DueSoon, Deadline, default, now).Due);
        Assert.Equal(1, DutyRules.Tally(DutyState.Received, Deadline, here, Deadline.OnTimeBefore).OnTime);
        Assert.Equal(1, DutyRules.Tally(DutyState.Missing, Deadline, default, Deadline.OnTimeBefore).Missing);
    }

    [Fact]
    public void A_document_has_come_when_somebody_noted_it_after_it_was_last_handed_back()
    {
        var now = Instant("2025-02-01T00:00:00Z")!.Value;

        Assert.Null(DutyRules.ReceiptOfDocument([], now).FirstAt);
        Assert.Equal(
            Instant("2025-01-08T00:00:00Z"), DutyRules.ReceiptOfDocument(Marks("received 01-08"), now).FirstAt);
        Assert.Null(DutyRules.ReceiptOfDocument(Marks("received 01-08, returned 01-09"), now).FirstAt);
        var again = DutyRules.ReceiptOfDocument(Marks("received 01-08, returned 01-09, received 01-20"), now);
        Assert.Equal(Instant("2025-01-20T00:00:00Z"), again.FirstAt);
        Assert.Equal(DutyState.Late, DutyRules.State(Deadline, again, Marks("returned 01-09"), now));
    }

    private static IReadOnlyList<DutyMark> Marks(string text) =>
    [
        .. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(mark => mark.Split(' '))
            .Select(parts => new DutyMark(
                Enum.Parse<DutyMarkKind>(parts[0], ignoreCase: true),
                Instant($"2025-{parts[1]}T00:00:00Z")!.Value,
                "tester",
                "test")),
    ];

    private static DateTimeOffset? Instant(string? text) =>
        text is null ? null : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
