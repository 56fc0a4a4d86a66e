namespace Twin.Api.Vessels.Register;

/// <summary>From when to when a paper holds.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day; left out for no end.</param>
internal sealed record PaperRequest(DateOnly? From = null, DateOnly? Until = null);
