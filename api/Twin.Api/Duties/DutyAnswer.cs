using Twin.Model;
using Twin.Model.Duties;
using Twin.Model.Units;

namespace Twin.Api.Duties;

/// <summary>One report that somebody owes.</summary>
internal sealed record DutyAnswer
{
    /// <summary>The id: duty, who, and the window.</summary>
    public required string Id { get; init; }

    /// <summary>The duty.</summary>
    public required string DutyId { get; init; }

    /// <summary>Its Vietnamese name.</summary>
    public required string NameVi { get; init; }

    /// <summary>Its English name.</summary>
    public required string NameEn { get; init; }

    /// <summary>The unit that owes it; null where an agency does.</summary>
    public required string? Unit { get; init; }

    /// <summary>The agency that owes it; null where a unit does.</summary>
    public required string? Agency { get; init; }

    /// <summary>The Vietnamese name of who owes it.</summary>
    public required string WhoVi { get; init; }

    /// <summary>The English name of who owes it.</summary>
    public required string WhoEn { get; init; }

    /// <summary>How often, as an ISO 8601 duration.</summary>
    public required string Cadence { get; init; }

    /// <summary>What it is about; half a month is named by its last day.</summary>
    public required string Period { get; init; }

    /// <summary>The first day of that.</summary>
    public required DateOnly PeriodStart { get; init; }

    /// <summary>The last day of that.</summary>
    public required DateOnly PeriodEnd { get; init; }

    /// <summary>The day, in Vietnam, on which it is due: always a working day.</summary>
    public required DateOnly DueDay { get; init; }

    /// <summary>The instant before which it is on time, days of grace included.</summary>
    public required DateTimeOffset OnTimeBefore { get; init; }

    /// <summary>Where it stands, as its figure that needs somebody most.</summary>
    public required DutyState State { get; init; }

    /// <summary>When the last of it that is here first came.</summary>
    public required DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>Its figures, counted; a document counts as one.</summary>
    public required DutyCountAnswer Count { get; init; }

    /// <summary>The codes of the figures that are not here.</summary>
    public required IReadOnlyList<string> Outstanding { get; init; }

    /// <summary>What was decided about it by hand, oldest first.</summary>
    public required IReadOnlyList<DutyMarkAnswer> Marks { get; init; }

    /// <summary>The answer of a report.</summary>
    public static DutyAnswer Of(DutyOccurrence one, CityDefinition city)
    {
        var duty = city.Duties.Find(one.DutyId)!; // Those of duties that the city has not are not listed.
        var (whoVi, whoEn) = WhoOf(one, city);
        return new DutyAnswer
        {
            Id = one.Id,
            DutyId = one.DutyId,
            NameVi = duty.NameVi,
            NameEn = duty.NameEn,
            Unit = one.Unit?.Value,
            Agency = one.AgencyId,
            WhoVi = whoVi,
            WhoEn = whoEn,
            Cadence = duty.Cadence.ToText(),
            Period = one.Window.Period.ToString(),
            PeriodStart = one.Window.Start,
            PeriodEnd = one.Window.End,
            DueDay = one.Deadline.DueDay,
            OnTimeBefore = one.Deadline.OnTimeBefore,
            State = one.State,
            ReceivedAt = one.ReceivedAt,
            Count = DutyCountAnswer.Of(one.Tally),
            Outstanding = [.. one.Outstanding.Select(code => code.Value)],
            Marks = [.. one.Marks.Select(mark => new DutyMarkAnswer(mark.Kind, mark.At, mark.By, mark.Reason))],
        };
    }

    private static (string Vi, string En) WhoOf(DutyOccurrence one, CityDefinition city)
    {
        if (one.Unit is { } code)
        {
            AdministrativeUnit? unit = city.Tree.Find(code, one.Window.End);
            return (unit?.NameVi ?? code.Value, unit?.NameEn ?? code.Value);
        }

        var agency = city.Agencies.FirstOrDefault(a => string.Equals(a.Id, one.AgencyId, StringComparison.Ordinal));
        return (agency?.NameVi ?? one.AgencyId ?? string.Empty, agency?.NameEn ?? one.AgencyId ?? string.Empty);
    }
}
