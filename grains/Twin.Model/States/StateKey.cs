namespace Twin.Model.States;

/// <summary>
/// Names one state of one grain. Each part is 1 to <see cref="MaxPartLength"/> characters, compared by ordinal.
/// </summary>
public sealed record StateKey
{
    /// <summary>The longest part, in characters.</summary>
    public const int MaxPartLength = 1024;

    /// <summary>Makes one; throws <see cref="ArgumentException"/> where a part is empty or too long.</summary>
    public StateKey(string grainType, string stateName, string key)
    {
        GrainType = Checked(grainType, nameof(grainType));
        StateName = Checked(stateName, nameof(stateName));
        Key = Checked(key, nameof(key));
    }

    /// <summary>The kind of grain, such as <c>agency</c>.</summary>
    public string GrainType { get; }

    /// <summary>Which of the grain's states.</summary>
    public string StateName { get; }

    /// <summary>The grain's own key.</summary>
    public string Key { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{GrainType}/{Key}/{StateName}";

    private static string Checked(string part, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(part, name);
        return part.Length <= MaxPartLength
            ? part
            : throw new ArgumentException(
                FormattableString.Invariant($"It has {part.Length} characters; at most {MaxPartLength} are kept."),
                name);
    }
}
