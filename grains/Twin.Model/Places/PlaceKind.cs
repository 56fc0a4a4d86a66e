namespace Twin.Model.Places;

/// <summary>A kind of place within its layer.</summary>
/// <param name="Code">Its code, in camel case.</param>
/// <param name="NameVi">The Vietnamese word.</param>
/// <param name="NameEn">The English word.</param>
public sealed record PlaceKind(string Code, string NameVi, string NameEn);
