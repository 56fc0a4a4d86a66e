namespace Twin.Api.Exchange.Maps;

/// <summary>A value that a field of a place may have.</summary>
/// <param name="Code">The value.</param>
/// <param name="NameVi">The Vietnamese word; null where the value speaks for itself.</param>
/// <param name="NameEn">The English word; null likewise.</param>
internal sealed record PlaceValueAnswer(string Code, string? NameVi, string? NameEn);
