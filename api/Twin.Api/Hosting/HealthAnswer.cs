namespace Twin.Api.Hosting;

/// <summary>How the silo is.</summary>
/// <param name="Status"><c>live</c>, <c>ready</c>, <c>starting</c> or <c>stopping</c>.</param>
/// <param name="Detail">What it is doing.</param>
internal sealed record HealthAnswer(string Status, string Detail);
