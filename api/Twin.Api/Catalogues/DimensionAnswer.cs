using Twin.Model.Dimensions;

namespace Twin.Api.Catalogues;

/// <summary>A dimension that figures are broken down by, with its code list.</summary>
/// <param name="Code">The code.</param>
/// <param name="NameVi">The Vietnamese name.</param>
/// <param name="NameEn">The English name.</param>
/// <param name="Members">The members, in the order in which people read them.</param>
internal sealed record DimensionAnswer(
    string Code, string NameVi, string NameEn, IReadOnlyList<DimensionMemberAnswer> Members)
{
    /// <summary>Makes the answer of a dimension.</summary>
    public static DimensionAnswer Of(Dimension dimension) => new(
        dimension.Code,
        dimension.NameVi,
        dimension.NameEn,
        [.. dimension.Members.Select(one => new DimensionMemberAnswer(one.Code, one.NameVi, one.NameEn))]);
}
