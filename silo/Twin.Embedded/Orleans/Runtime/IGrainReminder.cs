namespace Orleans.Runtime;

/// <summary>A reminder as it was when it was registered or got.</summary>
public interface IGrainReminder
{
    /// <summary>Its name among the grain's reminders.</summary>
    string ReminderName { get; }
}
