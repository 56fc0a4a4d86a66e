namespace Twin.Model.Places;

/// <summary>A property of a place.</summary>
/// <param name="Name">Its name, one of the layer's <see cref="PlaceSchema"/>.</param>
/// <param name="Text">
/// Its value in the one text that its type has: numbers invariant, days as <c>2024-12-31</c>, flags as <c>true</c> or
/// <c>false</c>, items of a list in order with a semicolon between.
/// </param>
public sealed record PlaceProperty(string Name, string Text);
