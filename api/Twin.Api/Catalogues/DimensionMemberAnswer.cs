namespace Twin.Api.Catalogues;

/// <summary>A member of a dimension.</summary>
/// <param name="Code">The code.</param>
/// <param name="NameVi">The Vietnamese name.</param>
/// <param name="NameEn">The English name.</param>
internal sealed record DimensionMemberAnswer(string Code, string NameVi, string NameEn);
