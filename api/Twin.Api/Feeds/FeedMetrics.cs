using System.Diagnostics.Metrics;
using Twin.Model.Vessels;

namespace Twin.Api.Feeds;

/// <summary>Feeds as .NET metrics of the meter <c>Twin.Feeds</c>. Safe for any number of threads.</summary>
internal sealed class FeedMetrics
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "Twin.Feeds";

    private readonly Counter<long> _reports;
    private readonly Counter<long> _refused;
    private readonly Counter<long> _errors;
    private readonly UpDownCounter<long> _connections;
    private readonly UpDownCounter<long> _waiting;
    private readonly Histogram<double> _lag;

    public FeedMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _reports = meter.CreateCounter<long>("twin.feed.reports", "{report}", "Reports, by what became of them.");
        _refused = meter.CreateCounter<long>("twin.feed.refused", "{line}", "Lines that were refused.");
        _errors = meter.CreateCounter<long>("twin.feed.errors", "{error}", "Connections lost, refused or closed.");
        _connections = meter.CreateUpDownCounter<long>("twin.feed.connections", "{connection}", "Open connections.");
        _waiting = meter.CreateUpDownCounter<long>("twin.feed.waiting", "{line}", "Lines that wait for the log.");
        _lag = meter.CreateHistogram<double>("twin.feed.lag", "s", "How old reports are when they come, on average.");
    }

    /// <summary>Counts what became of reports.</summary>
    public void Count(string feed, IReadOnlyList<long> verdicts, long refused, double? meanLagSeconds)
    {
        for (var i = 0; i < verdicts.Count; i++)
        {
            if (verdicts[i] > 0)
            {
                _reports.Add(verdicts[i], Of(feed), new("verdict", ((PositionVerdict)i).ToString()));
            }
        }

        if (refused > 0)
        {
            _refused.Add(refused, Of(feed));
        }

        if (meanLagSeconds is { } lag)
        {
            _lag.Record(lag, Of(feed));
        }
    }

    /// <summary>Counts an error.</summary>
    public void Fail(string feed) => _errors.Add(1, Of(feed));

    /// <summary>Counts a connection that opens, or closes (-1).</summary>
    public void Connect(string feed, int change) => _connections.Add(change, Of(feed));

    /// <summary>Counts lines that wait, or do so no more (negative).</summary>
    public void Wait(string feed, int change) => _waiting.Add(change, Of(feed));

    private static KeyValuePair<string, object?> Of(string feed) => new("feed", feed);
}
