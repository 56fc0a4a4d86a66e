using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using System.Diagnostics.CodeAnalysis;
using Twin.Api.Hosting;
using Twin.Api.Statistics;
using Twin.Grains.Units;
using Twin.Model.Cities;
using Twin.Model.Quality;
using Twin.Model.Units;

namespace Twin.Api.Observations;

/// <summary>Sends the rows of a report to the units' grains and gathers what became of them.</summary>
internal sealed partial class ReportDispatch(
    LiveCity live, IGrainFactory grains, IOptions<TwinApiOptions> options, ILogger<ReportDispatch> logger)
{
    /// <summary>
    /// Sends everything. Once begun it goes on to the end even when the client has gone, so that a report is not left
    /// half done for want of a reader.
    /// </summary>
    /// <returns>The receipt, and how many good rows could not be taken in.</returns>
    public async Task<(ReceiptAnswer Receipt, int Failed)> SendAsync(
        ReportContent content, string reporter, string? idempotencyKey)
    {
        var units = content.Rows.Units;
        var answers = await FanOut.AskAsync(
            units,
            options.Value.MaxGrainCalls,
            rows => SendAsync(rows, reporter, idempotencyKey),
            CancellationToken.None);
        var held = new HeldList(live.Definition, options.Value.MaxRejectedListed);
        var accepted = 0;
        var failed = 0;
        var sequence = 0L;
        var isRepeat = units.Count > 0;
        for (var i = 0; i < answers.Length; i++)
        {
            if (answers[i] is not { } answer)
            {
                failed += units[i].Count;
                isRepeat = false;
                continue;
            }

            accepted += answer.Accepted;
            sequence = Math.Max(sequence, answer.LastSequence);
            isRepeat &= answer.IsRepeat || (answer.Accepted == 0 && answer.Held.IsEmpty);
            held.Add(units[i], answer.Held);
            foreach (var rejected in answer.Rejected)
            {
                content.Rejections.Add(units[i].LineOf(rejected.Index), rejected.Refusal);
            }
        }

        var rejections = content.Rejections;
        var receipt = new ReceiptAnswer(
            accepted,
            rejections.Listed,
            rejections.Total,
            held.Listed,
            held.Total,
            sequence,
            isRepeat && accepted + held.Total > 0);
        return (receipt, failed);
    }

    /// <summary>Which rows would be held if they were sent now. Nothing is kept.</summary>
    public Task<HeldList> FindHeldAsync(ReportContent content) =>
        FindHeldAsync(content, options.Value.MaxRejectedListed);

    /// <summary>The same, with so many of them listed at most.</summary>
    public async Task<HeldList> FindHeldAsync(ReportContent content, int maxListed)
    {
        var held = new HeldList(live.Definition, maxListed);
        if (!QualityBook.Of(live.Definition).HasHolds)
        {
            return held;
        }

        var units = content.Rows.Units;
        var answers = await FanOut.AskAsync(
            units,
            options.Value.MaxGrainCalls,
            rows => grains.GetGrain<IAdministrativeUnitGrain>(rows.Unit.Value).FindHeld(rows.ToImmutable()),
            CancellationToken.None);
        for (var i = 0; i < answers.Length; i++)
        {
            held.Add(units[i], answers[i]);
        }

        return held;
    }

    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "The edge of ingest: one unit that fails must not hide that the others were taken in.")]
    private async Task<ReportAnswer?> SendAsync(UnitRows rows, string reporter, string? idempotencyKey)
    {
        try
        {
            return await grains.GetGrain<IAdministrativeUnitGrain>(rows.Unit.Value)
                .Report(new ReportMessage(reporter, idempotencyKey, rows.ToImmutable()));
        }
        catch (Exception exception)
        {
            LogUnitFailed(exception, rows.Unit, rows.Count);
            return null;
        }
    }

    [LoggerMessage(
        EventId = 1, Level = LogLevel.Error, Message = "Unit {Unit} did not take in {Count} observations of a report.")]
    private partial void LogUnitFailed(Exception exception, AdministrativeUnitCode unit, int count);
}
