namespace Twin.Embedded.Reminders;

/// <summary>Keeps reminders. Safe for any number of threads; a change is done when it is durable.</summary>
public interface IReminderStore
{
    /// <summary>All reminders, in no order.</summary>
    IAsyncEnumerable<StoredReminder> ReadAllAsync(CancellationToken cancellationToken);

    /// <summary>Keeps a reminder in place of the one of its grain and name.</summary>
    Task WriteAsync(StoredReminder reminder, CancellationToken cancellationToken);

    /// <summary>Removes the reminder of that grain and name, if there is one.</summary>
    Task RemoveAsync(StoredReminder reminder, CancellationToken cancellationToken);
}
