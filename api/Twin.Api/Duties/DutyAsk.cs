using System.Collections.Immutable;
using Twin.Api.Requests;
using Twin.Api.Statistics;
using Twin.Model;
using Twin.Model.Calendars;
using Twin.Model.Duties;
using Twin.Model.Units;

namespace Twin.Api.Duties;

/// <summary>What somebody asks of duties, read from the query parameters that all such questions share.</summary>
/// <param name="Root">The unit within which.</param>
/// <param name="Query">Which reports.</param>
/// <param name="At">As of when.</param>
/// <param name="WithDocuments">Whether documents of agencies are asked for too: they belong to the whole city.</param>
internal sealed record DutyAsk(AdministrativeUnitCode Root, DutyQuery Query, DateTimeOffset At, bool WithDocuments)
{
    /// <summary>The longest span of days that one question may reach over.</summary>
    public const int MaxDays = 3 * 366;

    private const string AgencyHint = "/v1/agencies lists the ids.";

    /// <summary>Reads the parameters; what is wrong with them is in the reader's refusal.</summary>
    public static DutyAsk Read(QueryReader query, CityDefinition city, TimeProvider time)
    {
        var now = time.GetUtcNow();
        var unit = query.Unit("unit", city.Tree);
        var agency = ReadAgency(query, city);
        var cadence = ReadCadence(query);
        var duty = ReadDuty(query, city.Duties);
        var states = ReadStates(query);
        var from = query.Period("from")?.Start;
        var to = query.Period("to")?.End;
        var at = query.PastInstant("asOf", now) ?? now;
        var month = new DateOnly(VietnamDay.Of(at).Year, VietnamDay.Of(at).Month, 1);
        var first = from ?? (to is { } end ? new DateOnly(end.Year, end.Month, 1) : month.AddMonths(-1));
        var last = to ?? (from is null ? month.AddMonths(2).AddDays(-1) : first.AddMonths(2).AddDays(-1));
        if (last < first || last.DayNumber - first.DayNumber > MaxDays)
        {
            query.Refuse("to", "The last day cannot come before the first, nor more than three years after it.");
        }

        var root = unit ?? CityRoot.Of(city, VietnamTime.Today(time));
        return new DutyAsk(
            root,
            new DutyQuery(first, last, duty?.Id, agency, cadence, states, null, root),
            at,
            unit is null || city.Duties.Items.Any(one => one.Unit == unit));
    }

    private static string? ReadAgency(QueryReader query, CityDefinition city)
    {
        if (query.Text("agency") is not { } id)
        {
            return null;
        }

        if (city.Agencies.Any(agency => string.Equals(agency.Id, id, StringComparison.Ordinal))
            || !city.Duties.OfAgency(id).IsEmpty)
        {
            return id;
        }

        query.Refuse("agency", AgencyHint);
        return null;
    }

    private static ReportingCadence? ReadCadence(QueryReader query)
    {
        if (query.Text("cadence") is not { } text)
        {
            return null;
        }

        var cadence = ReportingCadences.Read(text);
        if (cadence is null)
        {
            query.Refuse("cadence", $"Use one of: {string.Join(", ", ReportingCadences.Texts)}.");
        }

        return cadence;
    }

    private static Duty? ReadDuty(QueryReader query, DutyBook book)
    {
        if (query.Text("duty") is not { } id)
        {
            return null;
        }

        var duty = book.Find(id);
        if (duty is null)
        {
            query.Refuse("duty", "/v1/duties/definitions lists the ids.");
        }

        return duty;
    }

    private static ImmutableArray<DutyState> ReadStates(QueryReader query)
    {
        if (query.Text("state") is not { } text)
        {
            return [];
        }

        var states = ImmutableArray.CreateBuilder<DutyState>();
        foreach (var name in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!DutyParameters.States().Contains(name, StringComparer.Ordinal))
            {
                query.Refuse("state", $"Use some of: {string.Join(", ", DutyParameters.States())}.");
                return [];
            }

            states.Add(Enum.Parse<DutyState>(name, ignoreCase: true));
        }

        return states.DrainToImmutable();
    }
}
