using System.Collections.Immutable;
using Twin.Model;
using Twin.Model.Cities;
using Twin.Model.Units;

namespace Twin.TestKit;

/// <summary>
/// A kind of change that is easy to see: the payload <c>code=name</c> gives all versions of a unit another name. A unit
/// that is not there is refused, and the empty name is warned of.
/// </summary>
public sealed class RenameKind : ICityChangeKind
{
    /// <inheritdoc/>
    public string Kind => "rename";

    /// <inheritdoc/>
    public ChangeOutcome Apply(CityDefinition city, CityChange change)
    {
        var parts = change.Payload.Split('=');
        if (!city.Tree.Versions.Any(unit => string.Equals(unit.NameVi, parts[0], StringComparison.Ordinal)))
        {
            return new ChangeOutcome.Refused([new Refusal("unknown_name", $"No unit is called {parts[0]}.", "Look.")]);
        }

        var units = city.Tree.Versions.Select(
            unit => string.Equals(unit.NameVi, parts[0], StringComparison.Ordinal)
                ? unit with { NameVi = parts[1] }
                : unit);
        ImmutableArray<Refusal> warnings =
            parts[1].Length == 0 ? [new Refusal("empty_name", "No name.", "Give one.")] : [];
        return new ChangeOutcome.Applied(city with { Tree = new AdministrativeTree(units) }, warnings);
    }

    /// <summary>An entry that renames a unit.</summary>
    public static CityChange Rename(long sequence, string from, string to) => new(
        sequence, "rename", "Lan", DateTimeOffset.UnixEpoch.AddDays(sequence), "a test", $"{from}={to}", null);

    /// <summary>An entry that takes back another.</summary>
    public static CityChange Undo(long sequence, long undoes) => new(
        sequence, CityChange.UndoKind, "Minh", DateTimeOffset.UnixEpoch.AddDays(sequence), "a test", "{}", undoes);
}
