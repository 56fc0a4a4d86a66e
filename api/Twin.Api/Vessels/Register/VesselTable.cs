using System.Collections.Immutable;
using Twin.Api.Observations;
using Twin.Api.Problems;
using Twin.Geo.Tables;
using Twin.Grains.Vessels;
using Twin.Model;
using Twin.Model.Units;
using Twin.Model.Vessels;

namespace Twin.Api.Vessels.Register;

/// <summary>
/// Reads a table of vessels against the register: what is new, what changes, what is wrong. Enters nothing. For one
/// thread.
/// </summary>
internal sealed class VesselTable(
    ImmutableArray<VesselField?> plan, TreeOfDate tree, IReadOnlyList<Vessel> register, Rejections rejections)
{
    /// <summary>The most vessels of one table.</summary>
    public const int MaxVessels = 200_000;

    private readonly Dictionary<VesselId, Vessel> _known = register.ToDictionary(vessel => vessel.Id);
    private readonly Dictionary<VesselId, VesselId> _names = register
        .Where(vessel => FleetRegister.NameOf(vessel) is not null)
        .DistinctBy(vessel => FleetRegister.NameOf(vessel))
        .ToDictionary(vessel => FleetRegister.NameOf(vessel)!.Value, vessel => vessel.Id); // Those without were left.

    private readonly Dictionary<VesselId, int> _lines = [];
    private readonly Dictionary<Mmsi, int> _radios = [];

    /// <summary>The vessels to enter, each with its line.</summary>
    public List<(Vessel Vessel, int Line)> Entries { get; } = [];

    /// <summary>How many lines held anything.</summary>
    public int Lines { get; private set; }

    /// <summary>How many vessels are new.</summary>
    public int Added { get; private set; }

    /// <summary>How many were there as they are.</summary>
    public int Unchanged { get; private set; }

    /// <summary>Takes the line that a table is at.</summary>
    public void Take(TableReader table)
    {
        var draft = new VesselDraft(tree);
        var isBlank = true;
        for (var i = 0; i < plan.Length; i++)
        {
            isBlank &= table[i].IsEmpty;
            if (plan[i] is { } field)
            {
                draft.Set(field, table[i].Text);
            }
        }

        if (isBlank)
        {
            return;
        }

        Lines++;
        if (table.IsMalformed)
        {
            rejections.Add(table.Line, LineRefusals.OpenQuote);
            return;
        }

        var former = draft.Id is { } id ? Former(id) : null;
        draft.Keep(former);
        var vessel = draft.Make(out var refusal);
        refusal ??= Conflict(vessel!, table.Line); // One of the two is there.
        if (refusal is not null)
        {
            rejections.Add(table.Line, refusal);
        }
        else if (vessel == former)
        {
            Unchanged++;
        }
        else
        {
            Added += former is not { IsRegistered: true } ? 1 : 0;
            Entries.Add((vessel!, table.Line)); // Made.
        }
    }

    private Vessel? Former(VesselId name) =>
        _known.GetValueOrDefault(_names.TryGetValue(name, out var id) ? id : name);

    private Refusal? Conflict(Vessel vessel, int line)
    {
        if (Entries.Count >= MaxVessels)
        {
            return new Refusal(
                ProblemCodes.TooMany, $"The table holds more than {MaxVessels} vessels.", "Send it in parts.");
        }

        if (!_lines.TryAdd(vessel.Id, line))
        {
            return Twice(_lines[vessel.Id]);
        }

        if (vessel.Mmsi is not { } mmsi)
        {
            return null;
        }

        if (!_radios.TryAdd(mmsi, line))
        {
            return Twice(_radios[mmsi]);
        }

        var name = VesselId.Of(mmsi);
        if (_names.TryGetValue(name, out var owner) && owner != vessel.Id)
        {
            return RegisterDesk.Taken(mmsi, owner);
        }

        return name != vessel.Id && _known.TryGetValue(name, out var other) && other.IsRegistered
            ? RegisterDesk.Taken(mmsi, name)
            : null;
    }

    private static Refusal Twice(int line) => new(
        RowCodes.DuplicateRow,
        FormattableString.Invariant($"The same vessel or MMSI is in line {line} already."),
        "Keep one line for each vessel.");
}
