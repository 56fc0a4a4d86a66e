namespace Twin.Model.Dimensions;

/// <summary>A dimension with one member of it.</summary>
/// <param name="Dimension">The code of the dimension, such as <c>OPERATOR</c>.</param>
/// <param name="Member">The code of the member, such as <c>VIETTEL</c>.</param>
public readonly record struct DimensionMember(string Dimension, string Member);
