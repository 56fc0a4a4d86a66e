namespace Twin.Api.Cities;

/// <summary>A change as it was asked for, read and checked as far as every kind is alike.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="By">Who makes it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Payload">What is changed, as JSON.</param>
/// <param name="Undoes">The change that an undo takes back.</param>
/// <param name="Revision">The revision that it was made for; <c>null</c> for the current one.</param>
/// <param name="DryRun">Whether only to show what would be different.</param>
internal sealed record CityChangeDraft(
    string Kind, string By, string Reason, string Payload, long? Undoes, long? Revision, bool DryRun);
