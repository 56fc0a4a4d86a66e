using Twin.Model.Boundaries;
using Twin.Model.Units;

namespace Twin.Api.Features;

/// <summary>A unit that another came from or became, and how much of it.</summary>
internal sealed record UnitSuccessionAnswer
{
    /// <summary>The first day of what came after.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Whether the unit asked for came from the other (true) or became it (false).</summary>
    public required bool IsPredecessor { get; init; }

    /// <summary>The code of the other unit.</summary>
    public required string Unit { get; init; }

    /// <summary>Its Vietnamese name; null for one that is not in the data.</summary>
    public required string? NameVi { get; init; }

    /// <summary>Its English name; null for one that is not in the data.</summary>
    public required string? NameEn { get; init; }

    /// <summary>The share of the predecessor that went to the successor, 0 to 1; null where not known.</summary>
    public required double? Share { get; init; }

    /// <summary>How the share was found; null where not known.</summary>
    public required ShareMethod? Method { get; init; }

    /// <summary>What it rests on; null where not known.</summary>
    public required ShareBasis? Basis { get; init; }

    /// <summary>What a version of a unit came from and became, by date.</summary>
    public static IReadOnlyList<UnitSuccessionAnswer> Of(BoundaryFlows flows, AdministrativeUnit unit)
    {
        var answers = new List<UnitSuccessionAnswer>();
        var before = flows.Between(unit.ValidFrom.AddDays(-1), unit.ValidFrom, ShareWeight.Population);
        answers.AddRange(before.Into(unit.Code)
            .Select(share => (Share: share, Unit: before.Source.Find(share.Unit)))
            .Where(pair => pair.Unit?.Level == unit.Level && !ReferenceEquals(pair.Unit, unit))
            .Select(pair => Of(unit.ValidFrom, true, pair.Share, pair.Unit)));
        answers.AddRange(before.MissingFrom(unit.Code, unit.Level).Select(code => new UnitSuccessionAnswer
        {
            Date = unit.ValidFrom,
            IsPredecessor = true,
            Unit = code.Value,
            NameVi = null,
            NameEn = null,
            Share = null,
            Method = null,
            Basis = null,
        }));
        if (unit.ValidTo is { } last && last < DateOnly.MaxValue)
        {
            var after = flows.Between(last, last.AddDays(1), ShareWeight.Population);
            answers.AddRange(after.Rows[unit.Code]
                .Select(share => Of(last.AddDays(1), false, share, after.Target.Find(share.Unit))));
        }

        return answers;
    }

    private static UnitSuccessionAnswer Of(
        DateOnly date, bool isPredecessor, UnitShare share, AdministrativeUnit? other) => new()
        {
            Date = date,
            IsPredecessor = isPredecessor,
            Unit = share.Unit.Value,
            NameVi = other?.NameVi,
            NameEn = other?.NameEn,
            Share = share.Share,
            Method = share.Method,
            Basis = share.Basis,
        };
}
