using System.Collections.Immutable;

namespace Twin.Model.Vessels;

/// <summary>
/// How a vessel stands with its papers on a day. The three "no" are facts of their own and may overlap: they are never
/// added up.
/// </summary>
/// <param name="Registration">The registration.</param>
/// <param name="Inspection">The inspection.</param>
/// <param name="Licence">The fishing licence.</param>
/// <param name="Beacon">The device.</param>
/// <param name="Reasons">Why it is not eligible; empty where it is.</param>
public sealed record VesselPapers(
    PaperState Registration,
    PaperState Inspection,
    PaperState Licence,
    PaperState Beacon,
    ImmutableArray<PaperReason> Reasons)
{
    /// <summary>Whether it has all papers that its class must have.</summary>
    public bool IsEligible => Reasons.IsEmpty;

    /// <summary>Whether it is another country's, so that nothing is asked of it.</summary>
    public bool IsForeign { get; init; }

    /// <summary>Whether it has no registration, no inspection and no licence: all three.</summary>
    public bool IsThreeNo => !IsForeign &&
        Registration is not PaperState.Valid && Inspection is not PaperState.Valid && Licence is not PaperState.Valid;

    /// <summary>The papers of a vessel on a day.</summary>
    public static VesselPapers On(Vessel vessel, FleetRules rules, DateOnly day)
    {
        var registration = State(vessel.Registration, day);
        var inspection = State(vessel.Inspection, day);
        var licence = State(vessel.Licence, day);
        var beacon = State(vessel.Beacon?.OnBoard, day);
        var reasons = ImmutableArray.CreateBuilder<PaperReason>();
        var isForeign = vessel.IsForeign;
        foreach (var rule in isForeign ? [] : rules.Papers)
        {
            var state = rule.Paper switch
            {
                PaperKind.Registration => registration,
                PaperKind.Inspection => inspection,
                PaperKind.Licence => licence,
                _ => beacon,
            };
            if (state is not PaperState.Valid && IsAsked(rule, vessel.SizeClass, day)
                && !reasons.Any(reason => reason.Paper == rule.Paper))
            {
                reasons.Add(new PaperReason(rule.Paper, state, rule.Source));
            }
        }

        return new VesselPapers(registration, inspection, licence, beacon, reasons.ToImmutable())
        {
            IsForeign = isForeign,
        };
    }

    /// <summary>
    /// Whether a vessel is eligible and whether it is three-no: what <see cref="On"/> says, without the reasons.
    /// </summary>
    public static (bool IsEligible, bool IsThreeNo) FlagsOn(Vessel vessel, FleetRules rules, DateOnly day)
    {
        var hasRegistration = vessel.Registration?.Covers(day) == true;
        var hasInspection = vessel.Inspection?.Covers(day) == true;
        var hasLicence = vessel.Licence?.Covers(day) == true;
        var sizeClass = vessel.SizeClass;
        if (!hasRegistration && vessel.IsForeign)
        {
            return (true, false);
        }

        foreach (var rule in rules.Papers)
        {
            var has = rule.Paper switch
            {
                PaperKind.Registration => hasRegistration,
                PaperKind.Inspection => hasInspection,
                PaperKind.Licence => hasLicence,
                _ => vessel.Beacon?.OnBoard.Covers(day) == true,
            };
            if (!has && IsAsked(rule, sizeClass, day))
            {
                return (false, !hasRegistration && !hasInspection && !hasLicence);
            }
        }

        return (true, !hasRegistration && !hasInspection && !hasLicence);
    }

    // A vessel that nobody measured must have what the smallest must have.
    private static bool IsAsked(PaperRule rule, SizeClass? sizeClass, DateOnly day) =>
        rule.From <= day && (rule.To is not { } to || day <= to)
        && (sizeClass ?? SizeClass.Under6) >= rule.FromClass;

    private static PaperState State(Validity? validity, DateOnly day)
    {
        if (validity is not { } paper)
        {
            return PaperState.Missing;
        }

        if (paper.Covers(day))
        {
            return PaperState.Valid;
        }

        return day < paper.From ? PaperState.NotYetValid : PaperState.Expired;
    }
}
