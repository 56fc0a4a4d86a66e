namespace Twin.Api.Webhooks;

/// <summary>What was put back into the queue.</summary>
/// <param name="Redelivered">How many.</param>
internal sealed record RedeliveryAnswer(int Redelivered);
