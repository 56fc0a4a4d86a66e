using Twin.Model.Places;

namespace Twin.Api.Places;

/// <summary>A telecom site as it is on a day.</summary>
internal sealed record SiteAnswer
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>The Vietnamese name.</summary>
    public required string NameVi { get; init; }

    /// <summary>The English name.</summary>
    public string? NameEn { get; init; }

    /// <summary>The kind of structure.</summary>
    public required string Kind { get; init; }

    /// <summary>East, in degrees of WGS 84.</summary>
    public required double Longitude { get; init; }

    /// <summary>North, in degrees of WGS 84.</summary>
    public required double Latitude { get; init; }

    /// <summary>The code of the smallest unit that it stands in.</summary>
    public string? Unit { get; init; }

    /// <summary>Who sends from it.</summary>
    public required IReadOnlyList<string> Operators { get; init; }

    /// <summary>The radio access technology.</summary>
    public required string Technology { get; init; }

    /// <summary>How far it is.</summary>
    public required string Status { get; init; }

    /// <summary>The day from which it sends.</summary>
    public DateOnly? OnAirDate { get; init; }

    /// <summary>The height of its antennas above ground.</summary>
    public double? HeightMeters { get; init; }

    /// <summary>The strongest cell's equivalent isotropic radiated power.</summary>
    public double? EirpDbm { get; init; }

    /// <summary>Whether several operators use its structure; <c>null</c> where nobody said.</summary>
    public bool? StructureShared { get; init; }

    /// <summary>Who owns the structure.</summary>
    public string? StructureOwner { get; init; }

    /// <summary>The first day of this version.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last day of this version; <c>null</c> while it lasts.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Whether it was made up for demonstration.</summary>
    public required bool IsDemo { get; init; }

    /// <summary>The answer for a place of the layer of sites.</summary>
    public static SiteAnswer Of(PlaceItem item)
    {
        var (place, middle) = (item.Place, item.Feature.Geometry!.Coordinate); // Every site has a point.
        return new SiteAnswer
        {
            Id = place.Id.Value,
            NameVi = place.NameVi,
            NameEn = place.NameEn,
            Kind = place.Kind,
            Longitude = middle.X,
            Latitude = middle.Y,
            Unit = item.Unit,
            Operators = place.Texts(SiteProperties.Operators),
            Technology = place.Text(SiteProperties.Technology) ?? string.Empty,
            Status = place.Text(SiteProperties.Status) ?? string.Empty,
            OnAirDate = place.Day(SiteProperties.OnAirDate),
            HeightMeters = place.Number(SiteProperties.HeightMeters),
            EirpDbm = place.Number(SiteProperties.EirpDbm),
            StructureShared = place.Flag(SiteProperties.StructureShared),
            StructureOwner = place.Text(SiteProperties.StructureOwner),
            ValidFrom = place.ValidFrom,
            ValidTo = place.ValidTo,
            IsDemo = place.IsDemo,
        };
    }
}
