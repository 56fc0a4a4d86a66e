using Twin.Model.Agencies;

namespace Twin.Api.Catalogues;

/// <summary>An agency that a plan names.</summary>
internal record AgencyAnswer
{
    /// <summary>Makes the answer of an agency.</summary>
    public AgencyAnswer(Agency agency)
    {
        Id = agency.Id;
        PlanId = agency.PlanId;
        Section = agency.Section;
        NameVi = agency.NameVi;
        NameEn = agency.NameEn;
        Type = agency.Type;
        Level = agency.Level;
        UpperAgency = agency.UpperAgency;
        Role = agency.Role;
        Mandate = agency.Mandate;
        ReportsTo = agency.ReportsTo;
        ReportCycle = agency.ReportCycle;
        IsGroup = agency.IsGroup;
    }

    /// <summary>The id in the dataset.</summary>
    public string Id { get; }

    /// <summary>The plan's id.</summary>
    public string PlanId { get; }

    /// <summary>The section of the plan.</summary>
    public string Section { get; }

    /// <summary>The Vietnamese name.</summary>
    public string NameVi { get; }

    /// <summary>The English name.</summary>
    public string NameEn { get; }

    /// <summary>The type: ubnd, so, party, center and others.</summary>
    public string Type { get; }

    /// <summary>The tier it works at, as the plan says.</summary>
    public string Level { get; }

    /// <summary>The agency above it, by name.</summary>
    public string? UpperAgency { get; }

    /// <summary>Its role in the plan.</summary>
    public string Role { get; }

    /// <summary>What it must do, in English.</summary>
    public string? Mandate { get; }

    /// <summary>The agency that it reports to, by name.</summary>
    public string? ReportsTo { get; }

    /// <summary>How often it reports, as ISO 8601 durations separated by semicolons.</summary>
    public string? ReportCycle { get; }

    /// <summary>Whether the row stands for a group of agencies.</summary>
    public bool IsGroup { get; }
}
