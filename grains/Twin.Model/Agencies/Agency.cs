namespace Twin.Model.Agencies;

/// <summary>An agency that a plan names: its mandate, to whom it reports, and how often.</summary>
public sealed record Agency
{
    /// <summary>The id in the dataset, such as <c>HP-A04</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The plan that names it.</summary>
    public required string PlanId { get; init; }

    /// <summary>The section of the plan.</summary>
    public required string Section { get; init; }

    /// <summary>The Vietnamese name.</summary>
    public required string NameVi { get; init; }

    /// <summary>The English name.</summary>
    public required string NameEn { get; init; }

    /// <summary>The type code: <c>ubnd</c>, <c>so</c>, <c>party</c>, <c>center</c> …</summary>
    public required string Type { get; init; }

    /// <summary>The tier it works at, as the plan says: <c>central</c>, <c>city</c>, <c>district</c> …</summary>
    public required string Level { get; init; }

    /// <summary>The agency above it, by name.</summary>
    public string? UpperAgency { get; init; }

    /// <summary>Its role in the plan: <c>lead</c>, <c>implement</c>, <c>informed</c> …</summary>
    public required string Role { get; init; }

    /// <summary>What it must do, in English.</summary>
    public string? Mandate { get; init; }

    /// <summary>The agency that it reports to, by name.</summary>
    public string? ReportsTo { get; init; }

    /// <summary>How often it reports, as ISO 8601 durations separated by semicolons.</summary>
    public string? ReportCycle { get; init; }

    /// <summary>Whether the row stands for a group of agencies.</summary>
    public bool IsGroup { get; init; }
}
