using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Twin.Api.Statistics;
using Twin.Model;
using Twin.Model.Indicators;
using Twin.Model.Plans;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Api.Exchange.Print;

/// <summary>
/// Makes a unit's scorecard as one page of HTML that prints on A4: who and when, how many targets stand how, each
/// target with its arithmetic, and what the figures are made from. No script; the style is within the page.
/// </summary>
internal sealed class PrintedScorecard(
    AdministrativeUnit unit,
    TimePeriod period,
    IReadOnlyList<TargetAssessment> scorecard,
    CityDefinition city,
    CityPresentation presentation,
    bool isVietnamese)
{
    private const string Style = """
        @page { size: A4; margin: 18mm 15mm 20mm;
          @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #555; } }
        :root { color-scheme: light; }
        body { font: 10pt/1.4 "Be Vietnam Pro", "Noto Sans", "DejaVu Sans", sans-serif; color: #111; background: #fff;
          max-width: 180mm; margin: 0 auto; padding: 8mm 0; font-variant-numeric: tabular-nums; }
        header { display: flex; justify-content: space-between; gap: 8mm; font-size: 9pt; }
        h1 { font-size: 15pt; margin: 6mm 0 1mm; text-align: center; }
        .sub { text-align: center; margin: 0 0 5mm; }
        h2 { font-size: 11.5pt; margin: 5mm 0 2mm; break-after: avoid; }
        table { border-collapse: collapse; width: 100%; font-size: 8.5pt; }
        .targets { table-layout: fixed; }
        .targets th:first-child { width: 34%; }
        th, td { border: 0.3pt solid #777; padding: 1.2mm 1.5mm; text-align: left; vertical-align: top; }
        th { background: #eee; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        thead { display: table-header-group; }
        tr { break-inside: avoid; }
        .n { text-align: right; white-space: nowrap; }
        .s { white-space: nowrap; font-weight: 600; }
        .why { color: #333; font-size: 8pt; }
        .counts td.n { text-align: center; }
        .notes { font-size: 8.5pt; margin-top: 5mm; break-inside: avoid; }
        .signs { display: flex; justify-content: space-between; margin-top: 12mm; text-align: center;
          break-inside: avoid; }
        .signs div { width: 70mm; }
        @media print { body { padding: 0; max-width: none; } }
        """;

    // Vietnamese letters stay letters; what HTML needs escaped is.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly PrintWords _words = new(isVietnamese);
    private readonly StringBuilder _html = new();

    /// <summary>Makes the page.</summary>
    /// <param name="now">When it is made, in Vietnam's time.</param>
    public string Make(DateTimeOffset now)
    {
        var name = _words.Choose(unit.NameVi, unit.NameEn);
        var title = _words.Choose("BẢNG THEO DÕI MỤC TIÊU", "TARGET SCORECARD");
        Add("<!doctype html>\n<html lang=\"", _words.Language, "\"><head><meta charset=\"utf-8\">");
        Add("<meta name=\"viewport\" content=\"width=device-width\">");
        Add("<title>", Safe($"{title} – {name} – {_words.Period(period)}"), "</title>");
        Add("<style>", Style, FooterStyle(name), "</style></head><body>\n");
        AddHeader(title, name, now);
        AddCounts();
        foreach (var plan in scorecard.GroupBy(one => one.Target.PlanId, StringComparer.Ordinal))
        {
            AddPlan(plan.Key, [.. plan]);
        }

        AddNotes(now);
        Add("</body></html>\n");
        return _html.ToString();
    }

    private static string Safe(string text) => Encoder.Encode(text);

    private void Add(params ReadOnlySpan<string> parts)
    {
        foreach (var part in parts)
        {
            _html.Append(part);
        }
    }

    private void AddCell(string cssClass, params ReadOnlySpan<string> parts)
    {
        Add("<td class=\"", cssClass, "\">");
        Add(parts);
        Add("</td>");
    }

    /// <summary>
    /// The unit and period at the foot of every page: a text within quotes in a style sheet within a page, so what
    /// could end one of them is left out.
    /// </summary>
    private string FooterStyle(string name)
    {
        var text = $"{name} · {_words.Period(period)}";
        var safe = text.Where(c => c is not ('"' or '\\' or '<' or '>' or '&') && !char.IsControl(c));
        return "\n@page { @bottom-left { font: 8pt sans-serif; color: #555; content: \""
            + string.Concat(safe) + "\"; } }";
    }

    private void AddHeader(string title, string name, DateTimeOffset now)
    {
        Add("<header><div>", Safe(_words.Choose(presentation.TitleVi, presentation.TitleEn)), "<br><strong>");
        Add(Safe(name), "</strong> (", Safe(unit.Code.Value), ")</div><div>");
        Add(Safe(_words.Choose("Lập lúc", "Made")), " ", Safe(_words.Instant(now)), "</div></header>\n<h1>");
        Add(Safe(title), "</h1><p class=\"sub\">", Safe(_words.Period(period)), "</p>\n");
    }

    private void AddCounts()
    {
        Add("<table class=\"counts\"><thead><tr>");
        foreach (var status in Enum.GetValues<TargetStatus>())
        {
            var (sign, word) = _words.Status(status);
            Add("<th scope=\"col\">", sign, " ", Safe(word), "</th>");
        }

        Add("</tr></thead><tbody><tr>");
        foreach (var status in Enum.GetValues<TargetStatus>())
        {
            AddCell("n", _words.Plain(scorecard.Count(one => one.Status == status)));
        }

        Add("</tr></tbody></table>\n");
    }

    private void AddPlan(string planId, IReadOnlyList<TargetAssessment> assessments)
    {
        var plan = city.Plans.FirstOrDefault(one => string.Equals(one.Id, planId, StringComparison.Ordinal));
        var title = plan is null ? planId : _words.Choose(plan.TitleVi, plan.TitleEn);
        var number = plan?.DocumentNumber is { } text ? $" ({text})" : string.Empty;
        Add("<h2>", Safe(title + number), "</h2>\n<table class=\"targets\"><thead><tr>");
        foreach (var column in (string[])
        [
            _words.Choose("Mục tiêu", "Target"), _words.Choose("Yêu cầu", "Goal"), _words.Choose("Hạn", "Due"),
            _words.Choose("Thực hiện", "Figure"), _words.Choose("Chênh lệch", "Gap"),
            _words.Choose("Cần thêm mỗi tháng", "Needed per month"), _words.Choose("Trạng thái", "Status"),
        ])
        {
            Add("<th scope=\"col\">", Safe(column), "</th>");
        }

        Add("</tr></thead><tbody>\n");
        foreach (var assessment in assessments)
        {
            AddTarget(assessment);
        }

        Add("</tbody></table>\n");
    }

    private void AddTarget(TargetAssessment assessment)
    {
        var target = assessment.Target;
        if (target.Indicator is not { } code || !city.Indicators.TryGet(code, out var indicator))
        {
            return; // A scorecard holds measurable targets alone.
        }

        var (sign, word) = _words.Status(assessment.Status);
        Add("<tr><td>", Safe(_words.Choose(target.NameVi, target.NameEn)), " <small>(", Safe(target.Id), ")</small>");
        Add("<div class=\"why\">", Safe(_words.Choose(assessment.ReasonVi, assessment.ReasonEn)), "</div></td>");
        AddCell("n", Safe(_words.Goal(target, indicator)));
        AddCell("n", target.DueDate is { } due ? Safe(_words.Day(due)) : "–");
        AddCell("n", Figure(assessment, indicator));
        AddCell("n", assessment.Gap is { } gap ? _words.Signed(gap, indicator.Decimals) : "–");
        AddCell("n", assessment.RequiredPerMonth is { } pace ? _words.Signed(pace, indicator.Decimals + 1) : "–");
        AddCell("s", sign, " ", Safe(word));
        Add("</tr>\n");
    }

    private string Figure(TargetAssessment assessment, Indicator indicator)
    {
        if (assessment.Figure is not { Value: { } value } figure)
        {
            return "–";
        }

        var ratio = figure is { Numerator: { } numerator, Denominator: { } denominator }
            ? $"<br><small>{Safe($"{_words.Plain(numerator)} / {_words.Plain(denominator)}")}</small>"
            : string.Empty;
        var count = $"{_words.Plain(figure.Reported)}/{_words.Plain(figure.Expected)}";
        var units = $"{_words.Period(figure.Period)}; {count} {_words.Choose("đơn vị", "units")}";
        var coverage = $"<br><small>{Safe(units)}</small>";
        return Safe(_words.Value(value, indicator)) + ratio + coverage;
    }

    private void AddNotes(DateTimeOffset now)
    {
        Add("<div class=\"notes\">");
        if (scorecard.Any(one => one.Figure is { Demo: > 0 }))
        {
            AddNote(
                "Số liệu minh họa: được tạo ra để trình diễn, không đơn vị nào báo cáo.",
                "Demonstration data: generated to show the twin; nobody reported it.");
        }

        AddNote(
            "Tỷ lệ tính bằng tổng tử số chia tổng mẫu số; không lấy trung bình các tỷ lệ. Chênh lệch là thực hiện trừ "
            + "yêu cầu, theo đơn vị của chỉ tiêu. Số đơn vị là số đã báo cáo trên số phải báo cáo.",
            "Shares are sums of numerators over sums of denominators; shares are never averaged. The gap is figure "
            + "less goal, in the indicator's unit. Units are those that reported, of those expected to.");
        AddNote(
            $"Nguồn: bản sao số {presentation.TitleVi}, số liệu đến {_words.Instant(now)}.",
            $"Source: digital twin of {presentation.TitleEn}, as of {_words.Instant(now)}.");
        Add("</div>\n<div class=\"signs\"><div>", Safe(_words.Choose("Người lập biểu", "Prepared by")));
        Add("</div><div>", Safe(_words.Choose("Thủ trưởng đơn vị", "Head of the unit")), "</div></div>\n");
    }

    private void AddNote(string vietnamese, string english) =>
        Add("<p>", Safe(_words.Choose(vietnamese, english)), "</p>");
}
