using Twin.Api.Ogc;
using Twin.Model.Places;
using Twin.Model.Space;

namespace Twin.Api.Places;

/// <summary>A place on a day.</summary>
/// <param name="Place">The version.</param>
/// <param name="Middle">A position of it: the point, or one inside of the area, or on the line.</param>
/// <param name="Unit">The code of the smallest unit that its middle lies in; <c>null</c> outside the city.</param>
/// <param name="Feature">The same as a feature.</param>
internal sealed record PlaceItem(Place Place, GeoPosition Middle, string? Unit, CollectionFeature Feature);
