namespace Twin.Api.Exchange.Catalog;

/// <summary>Who gives out the city's data, and on what terms.</summary>
/// <param name="Publisher">The publisher.</param>
/// <param name="LicenceUrl">Where the licence can be read; <c>null</c> where nobody has chosen one.</param>
/// <param name="Issued">The day of this edition; <c>null</c> where none is stated.</param>
public sealed record DatasetTerms(string Publisher, string? LicenceUrl, DateOnly? Issued);
