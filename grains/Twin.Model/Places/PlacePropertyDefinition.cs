using System.Collections.Immutable;
using System.Globalization;

namespace Twin.Model.Places;

/// <summary>A property that places of a layer may have.</summary>
/// <param name="Name">Its name, in camel case, as in the API.</param>
/// <param name="Type">What kind of value it has.</param>
/// <param name="Description">What it says, in one line.</param>
public sealed record PlacePropertyDefinition(string Name, PlacePropertyType Type, string Description)
{
    /// <summary>Characters of a text at most.</summary>
    public const int MaxTextLength = 200;

    /// <summary>The values that it may have; empty for any.</summary>
    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>The least number.</summary>
    public double Min { get; init; } = double.MinValue;

    /// <summary>The greatest number.</summary>
    public double Max { get; init; } = double.MaxValue;

    /// <summary>Whether a place must have it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The one text of a value, or <c>null</c> where the text is no value of this property.</summary>
    public string? Canonical(string text) => Type switch
    {
        PlacePropertyType.Number => Number(text),
        PlacePropertyType.Flag => text is "true" or "false" ? text : null,
        PlacePropertyType.Day => DateOnly.TryParseExact(
            text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? text : null,
        PlacePropertyType.Texts => Texts(text),
        _ => IsText(text) ? text : null,
    };

    /// <summary>What a value must be, in words.</summary>
    public string Expectation => Type switch
    {
        PlacePropertyType.Number when Min > double.MinValue => string.Create(
            CultureInfo.InvariantCulture, $"Use a number from {Min} to {Max}."),
        PlacePropertyType.Number => "Use a number.",
        PlacePropertyType.Flag => "Use true or false.",
        PlacePropertyType.Day => "Use a day such as 2024-12-31.",
        _ when !Values.IsEmpty => $"Use {string.Join(", ", Values)}.",
        PlacePropertyType.Texts => "Use a list of short texts without semicolons.",
        _ => $"Use a text of 1 to {MaxTextLength} characters.",
    };

    private string? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number) && number >= Min && number <= Max
            ? number.ToString("R", CultureInfo.InvariantCulture)
            : null;

    private string? Texts(string text)
    {
        var items = text.Split(';', StringSplitOptions.TrimEntries);
        return text.Length <= MaxTextLength && Array.TrueForAll(items, IsText)
            ? string.Join(';', items.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            : null;
    }

    private bool IsText(string text) =>
        text.Length is > 0 and <= MaxTextLength
        && !text.Any(char.IsControl)
        && (Values.IsEmpty || Values.Contains(text, StringComparer.Ordinal));
}
