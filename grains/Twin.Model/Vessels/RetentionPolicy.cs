using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Twin.Model.Vessels;

/// <summary>
/// What becomes of old positions, as rules of growing age that keep less and less. Written such as
/// <c>90.00:00:00=00:10:00;730.00:00:00=02:00:00;3650.00:00:00=nothing</c>.
/// </summary>
/// <param name="Rules">The rules, youngest first; none keeps everything.</param>
public sealed record RetentionPolicy(ImmutableArray<RetentionRule> Rules)
{
    /// <summary>The youngest age at which anything may be left out: the clocks of the last day need all.</summary>
    public static readonly TimeSpan MinAge = TimeSpan.FromDays(1);

    /// <summary>The longest span of which two reports stay: no silence that counts may come of leaving out.</summary>
    public static readonly TimeSpan MaxEvery = TimeSpan.FromHours(6);

    private const string Nothing = "nothing";

    /// <summary>Reads a policy; <c>false</c> where the text is none.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out RetentionPolicy? policy)
    {
        policy = null;
        var rules = ImmutableArray.CreateBuilder<RetentionRule>();
        foreach (var entry in text.Split(
            ';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Parse(entry) is not { } rule || (rules.Count > 0 && !KeepsLess(rules[^1], rule)))
            {
                return false;
            }

            rules.Add(rule);
        }

        policy = new RetentionPolicy(rules.ToImmutable());
        return true;
    }

    private static RetentionRule? Parse(string entry)
    {
        if (entry.Split('=', StringSplitOptions.TrimEntries) is not [var age, var kept]
            || !TimeSpan.TryParse(age, CultureInfo.InvariantCulture, out var after) || after < MinAge)
        {
            return null;
        }

        if (kept is Nothing)
        {
            return new RetentionRule(after, null);
        }

        return TimeSpan.TryParse(kept, CultureInfo.InvariantCulture, out var every)
            && every >= TimeSpan.FromSeconds(1) && every <= MaxEvery
            ? new RetentionRule(after, every)
            : null;
    }

    private static bool KeepsLess(RetentionRule before, RetentionRule rule) =>
        rule.After > before.After && before.Every is { } former && (rule.Every is not { } every || every > former);
}
