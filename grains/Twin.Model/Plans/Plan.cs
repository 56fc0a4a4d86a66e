using Twin.Model.Units;

namespace Twin.Model.Plans;

/// <summary>A plan document: where targets come from.</summary>
/// <param name="Id">The id in the dataset, such as <c>HP-2022</c>.</param>
/// <param name="DocumentNumber">The number printed on it, or <c>null</c> where it has none.</param>
/// <param name="DocumentDate">The date printed on it, as far as it is known: a year, a month or a day.</param>
/// <param name="TitleVi">Vietnamese title.</param>
/// <param name="TitleEn">English title.</param>
/// <param name="Place">Whose plan it is, in Vietnamese.</param>
/// <param name="Unit">The unit whose plan it is, where the dataset has that unit.</param>
/// <param name="IsDefault">Whether it is loaded unless asked otherwise.</param>
public sealed record Plan(
    string Id,
    string? DocumentNumber,
    string? DocumentDate,
    string TitleVi,
    string TitleEn,
    string Place,
    AdministrativeUnitCode? Unit,
    bool IsDefault);
