using Twin.Model.Indicators;
using Twin.Model.Plans;

namespace Twin.Api.Statistics;

/// <summary>Where the trend of a figure leads, and how that was worked out.</summary>
internal sealed record ForecastAnswer
{
    /// <summary>The unit.</summary>
    public required string Unit { get; init; }

    /// <summary>The indicator.</summary>
    public required string Indicator { get; init; }

    /// <summary>The period of the first figure that it rests on; null without any.</summary>
    public required string? From { get; init; }

    /// <summary>The period of the last figure that it rests on; null without any.</summary>
    public required string? To { get; init; }

    /// <summary>How many figures it rests on.</summary>
    public required int Figures { get; init; }

    /// <summary>The share of further figures that the range is to hold, if all goes on as it did.</summary>
    public required double Confidence { get; init; }

    /// <summary>How it is worked out, in Vietnamese; where there is none, why.</summary>
    public required string MethodVi { get; init; }

    /// <summary>How it is worked out, in English; where there is none, why.</summary>
    public required string MethodEn { get; init; }

    /// <summary>The days to come, oldest first.</summary>
    public required IReadOnlyList<ForecastPointAnswer> Points { get; init; }

    /// <summary>Makes the answer of a forecast.</summary>
    public static ForecastAnswer Of(string unit, Indicator indicator, Forecast forecast)
    {
        var figures = forecast.Figures;
        var isKnown = figures.Length >= Forecast.LeastFigures;
        return new ForecastAnswer
        {
            Unit = unit,
            Indicator = indicator.Code.Value,
            From = figures.IsEmpty ? null : figures[0].Period.ToString(),
            To = figures.IsEmpty ? null : figures[^1].Period.ToString(),
            Figures = figures.Length,
            Confidence = Forecast.Confidence,
            MethodVi = isKnown
                ? FormattableString.Invariant(
                    $"Đường bình phương tối thiểu qua {figures.Length} số liệu gần nhất; ")
                + FormattableString.Invariant(
                    $"dải là khoảng dự báo {Forecast.Confidence * 100:0} %, nếu mọi việc vẫn như cũ.")
                : FormattableString.Invariant($"Cần ít nhất {Forecast.LeastFigures} số liệu để dự báo."),
            MethodEn = isKnown
                ? FormattableString.Invariant(
                    $"The line of least squares through the last {figures.Length} figures; the band is the ")
                + FormattableString.Invariant(
                    $"{Forecast.Confidence * 100:0} % prediction interval, if all goes on as it did.")
                : FormattableString.Invariant($"A forecast needs {Forecast.LeastFigures} figures at least."),
            Points =
            [
                .. forecast.Points.Select(
                    point => new ForecastPointAnswer(point.Date, point.Value, point.Low, point.High)),
            ],
        };
    }
}
