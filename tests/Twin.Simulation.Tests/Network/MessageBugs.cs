using Twin.Grains.Units;
using Twin.Model.Rollups;
using Twin.Model.Units;
using Twin.Simulation.Tests.Workload;
using Twin.TestKit;

namespace Twin.Simulation.Tests.Network;

/// <summary>The bugs put into messages on purpose, of which one world has one at most.</summary>
internal sealed class MessageBugs(Mutation mutation, SimulatedCity city, Random random)
{
    private const long Newest = 1_000_000;

    private readonly Dictionary<(string From, string To, string Indicator, int Period), Aggregate> _sums = [];
    private readonly Dictionary<(string From, string To), AggregatesMessage> _firstTotals = [];

    /// <summary>What a unit's message upwards becomes; <c>null</c> when it is lost.</summary>
    public AggregatesMessage? OnSending(string to, AggregatesMessage message) => mutation switch
    {
        Mutation.SwallowMessage when random.Next(8) == 0 => null,
        Mutation.DropLastRow => message with { Rows = message.Rows[..^1] },
        Mutation.ForgetBreakdowns => message with
        {
            Rows = [.. message.Rows.Select(row => row with { Breakdown = default })],
        },
        Mutation.ForgetContents => message with
        {
            Rows = [.. message.Rows.Select(row => row with { Contents = null })],
        },
        Mutation.CountMembersTwice => message with
        {
            Rows = [.. message.Rows.Select(row => row with { Contents = OwnNames(message.From, row.Contents) })],
        },
        Mutation.MixUpSenders => message with { From = Sibling(to, message.From) },
        Mutation.AddInsteadOfReplace => message with
        {
            Rows = [.. message.Rows.Select(row => row with { Aggregate = Sum(to, message.From, row) })],
        },
        _ => message,
    };

    /// <summary>What a message becomes that arrives late or once more.</summary>
    public AggregatesMessage OnLateArrival(AggregatesMessage message) => mutation == Mutation.SkipVersionCheck
        ? message with { Rows = [.. message.Rows.Select(row => row with { Version = row.Version + Newest })] }
        : message;

    /// <summary>What the answer to a unit that starts becomes.</summary>
    public AggregatesMessage OnTotals(AdministrativeUnitCode upper, AggregatesMessage totals)
    {
        switch (mutation)
        {
            case Mutation.StartWithoutThoseBelow:
                return totals with { Rows = [] };
            case Mutation.StartFromOldTotals:
                return _firstTotals.TryAdd((totals.From.Value, upper.Value), totals)
                    ? totals
                    : _firstTotals[(totals.From.Value, upper.Value)];
            default:
                return totals;
        }
    }

    /// <summary>What the answer to a report becomes.</summary>
    public ReportAnswer OnAnswer(ReportAnswer answer)
    {
        if (mutation != Mutation.AnswerRepeatByToday)
        {
            return answer;
        }

        var rejected = answer.Rejected.RemoveAll(
            one => string.Equals(one.Refusal.Code, "refused_before", StringComparison.Ordinal));
        return answer with
        {
            Accepted = answer.Accepted + answer.Rejected.Length - rejected.Length,
            Rejected = rejected,
        };
    }

    // As if each unit's members were others than those of all other units: that is a sum.
    private static AggregateContents? OwnNames(AdministrativeUnitCode from, AggregateContents? contents) =>
        contents is null || !contents.Values.IsEmpty
            ? contents
            : AggregateContents.OfMembers(
                [.. contents.Present.Select(one => $"{one}@{from}")], [.. contents.Absent]);

    private AdministrativeUnitCode Sibling(string to, AdministrativeUnitCode from)
    {
        var below = city.Definition.Tree.EverBelow(TestCity.Code(to));
        return below.IsEmpty ? from : below[(below.IndexOf(from) + 1) % below.Length];
    }

    private Aggregate Sum(string to, AdministrativeUnitCode from, VersionedAggregate row)
    {
        var cell = (from.Value, to, row.Indicator.Value, row.Period.Key);
        var before = _sums.GetValueOrDefault(cell);
        var sum = row.Aggregate with
        {
            Numerator = before.Numerator + row.Aggregate.Numerator,
            Denominator = before.Denominator + row.Aggregate.Denominator,
        };
        return _sums[cell] = sum;
    }
}
