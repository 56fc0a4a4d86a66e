using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Twin.Model.Cities;
using Twin.Model.Units;

namespace Twin.Model.Plans.Cascades;

/// <summary>
/// Gives shares of a target to units: <c>{"target": "HP-10", "method": "weighted", "shares": [{"unit", "value"}]}</c>.
/// They take the place of shares of the same target that were given before; without any they are withdrawn.
/// </summary>
public sealed class AssignSharesKind : ICityChangeKind
{
    /// <summary>The name of the kind.</summary>
    public const string Name = "target-shares";

    /// <inheritdoc/>
    public string Kind => Name;

    /// <summary>The payload of an entry that gives shares; without any it withdraws those that were given.</summary>
    public static string Payload(string target, CascadeMethod? method, IEnumerable<CascadeShare> shares) =>
        JsonSerializer.Serialize(
            new AssignedShares(
                target,
                method?.ToString(),
                [.. shares.Select(share => new AssignedShare(share.Unit.Value, share.Value))]),
            CascadeJson.Default.AssignedShares);

    /// <summary>The share of a target that is given to a unit, as a target of its own.</summary>
    public static Target Share(Target origin, AdministrativeUnit unit, double value) => origin with
    {
        Id = $"{origin.Id}.{unit.Code}",
        OriginId = origin.Id,
        Value = value,
        Units = [unit.Code],
        Levels = [unit.Level],
        Tiers = [unit.Level.ToString().ToLowerInvariant()],
        // A baseline and interim values are those of the whole.
        Pathway = origin.Pathway is { } path
            ? new Pathway(path.Kind == PathwayKind.Steps ? PathwayKind.Linear : path.Kind, null, [])
            : null,
    };

    /// <inheritdoc/>
    public ChangeOutcome Apply(CityDefinition city, CityChange change)
    {
        if (Read(change.Payload) is not { Shares: { } shares } assigned)
        {
            return Refused(
                "invalid_payload", "The payload gives no shares of a target.",
                "Send {\"target\", \"method\", \"shares\": [{\"unit\", \"value\"}]}.");
        }

        if (city.Targets.FirstOrDefault(t => t.Id.Equals(assigned.Target, StringComparison.Ordinal)) is not { } origin)
        {
            return Refused("unknown_target", $"There is no target '{assigned.Target}'.", "See /v1/targets.");
        }

        if (CascadeTargets.WhyNot(city, origin) is { } refusal)
        {
            return new ChangeOutcome.Refused([refusal]);
        }

        var tree = city.Tree.On(CascadeTargets.DayOf(city, origin));
        var given = ImmutableArray.CreateBuilder<Target>();
        var refusals = ImmutableArray.CreateBuilder<Refusal>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var share in shares)
        {
            if (!AdministrativeUnitCode.TryParse(share.Unit, out var code) || tree.Find(code) is not { } unit
                || !seen.Add(share.Unit))
            {
                refusals.Add(new Refusal(
                    "unknown_unit",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"'{share.Unit}' does not stand on {tree.From:yyyy-MM-dd}, or is there twice."),
                    "Name each unit of the boundaries of the target's due date once."));
            }
            else
            {
                given.Add(Share(origin, unit, share.Value));
            }
        }

        var others = city.Targets.Where(t => !string.Equals(t.OriginId, origin.Id, StringComparison.Ordinal)).ToArray();
        if (given.Count == 0 && refusals.Count == 0 && others.Length == city.Targets.Length)
        {
            return Refused("nothing_assigned", $"No share of {origin.Id} is given to any unit.", "Nothing to do.");
        }

        return refusals.Count > 0
            ? new ChangeOutcome.Refused(refusals.DrainToImmutable())
            : new ChangeOutcome.Applied(city with { Targets = [.. others, .. given] }, []);
    }

    private static AssignedShares? Read(string payload)
    {
        try
        {
            return JsonSerializer.Deserialize(payload, CascadeJson.Default.AssignedShares);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ChangeOutcome.Refused Refused(string code, string detail, string hint) =>
        new([new Refusal(code, detail, hint)]);
}
