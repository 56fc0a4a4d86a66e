using Twin.Model;
using Twin.Model.Units;

namespace Twin.Api.Statistics;

/// <summary>The unit that the city is.</summary>
internal static class CityRoot
{
    /// <summary>
    /// The highest unit on a day, the first by code where there are several; on a day without units, that of the
    /// latest tree. <c>default</c> in a city without units.
    /// </summary>
    public static AdministrativeUnitCode Of(CityDefinition city, DateOnly date)
    {
        var tree = city.Tree.On(date);
        if (tree.Roots.IsEmpty)
        {
            tree = city.Tree.On(city.Tree.ChangeDates.LastOrDefault());
        }

        return tree.Roots.OrderBy(unit => unit.Level).ThenBy(unit => unit.Code).FirstOrDefault()?.Code ?? default;
    }
}
