namespace Twin.Embedded.Tests;

internal static class WaitingExtensions
{
    /// <summary>How long a test waits for what must happen; only a broken one waits that long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Ends with the task, or fails the test that would hang. In real time, for the test's clock stands.
    /// </summary>
    public static Task SoonAsync(this Task task) => task.WaitAsync(Patience, TimeProvider.System);

    /// <inheritdoc cref="SoonAsync(Task)"/>
    public static Task<T> SoonAsync<T>(this Task<T> task) => task.WaitAsync(Patience, TimeProvider.System);
}
