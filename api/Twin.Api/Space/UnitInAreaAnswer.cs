namespace Twin.Api.Space;

/// <summary>A unit that an area meets.</summary>
/// <param name="Code">The code.</param>
/// <param name="NameVi">The Vietnamese name.</param>
/// <param name="NameEn">The English name.</param>
/// <param name="ShareOfUnit">Which share of the unit lies in the area, above 0 to 1.</param>
/// <param name="AreaSquareKilometers">How much of it that is.</param>
internal sealed record UnitInAreaAnswer(
    string Code, string NameVi, string NameEn, double ShareOfUnit, double AreaSquareKilometers);
