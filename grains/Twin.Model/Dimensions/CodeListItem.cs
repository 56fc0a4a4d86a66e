namespace Twin.Model.Dimensions;

/// <summary>A member in the code list of a dimension.</summary>
/// <param name="Code">The code, upper case.</param>
/// <param name="NameVi">The Vietnamese name.</param>
/// <param name="NameEn">The English name.</param>
public sealed record CodeListItem(string Code, string NameVi, string NameEn);
