using System.Diagnostics.CodeAnalysis;
using Orleans.Runtime;
using Twin.Embedded.Activations;
using Twin.Embedded.Reminders;

namespace Orleans;

/// <summary>What a grain may ask about its reminders, in its own turns.</summary>
public static class GrainReminderExtensions
{
    /// <summary>Registers a reminder, or changes the one of that name; done when it is durable.</summary>
    /// <param name="grain">The grain, which is <see cref="IRemindable"/>.</param>
    /// <param name="reminderName">Its name among the grain's reminders.</param>
    /// <param name="dueTime">Time until the first tick; not negative.</param>
    /// <param name="period">Time between ticks; at least the host's minimum.</param>
    public static Task<IGrainReminder> RegisterOrUpdateReminder(
        this IGrainBase grain, string reminderName, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(grain);
        return grain is IRemindable
            ? Service(grain, out var activation).RegisterAsync(activation, reminderName, dueTime, period)
            : throw new InvalidOperationException(
                $"Grain {grain.GetType()} is not {nameof(IRemindable)}, so it cannot be reminded.");
    }

    /// <inheritdoc cref="RegisterOrUpdateReminder(IGrainBase, string, TimeSpan, TimeSpan)"/>
    public static Task<IGrainReminder> RegisterOrUpdateReminder(
        this Grain grain, string reminderName, TimeSpan dueTime, TimeSpan period) =>
        RegisterOrUpdateReminder((IGrainBase)grain, reminderName, dueTime, period);

    /// <summary>Takes a reminder back; done when that is durable.</summary>
    /// <exception cref="ReminderException">It was changed since it was got, or is gone.</exception>
    public static Task UnregisterReminder(this IGrainBase grain, IGrainReminder reminder)
    {
        ArgumentNullException.ThrowIfNull(grain);
        return Service(grain, out var activation).UnregisterAsync(activation, reminder);
    }

    /// <inheritdoc cref="UnregisterReminder(IGrainBase, IGrainReminder)"/>
    public static Task UnregisterReminder(this Grain grain, IGrainReminder reminder) =>
        UnregisterReminder((IGrainBase)grain, reminder);

    /// <summary>The reminder of that name, or <see langword="null"/>.</summary>
    public static Task<IGrainReminder?> GetReminder(this IGrainBase grain, string reminderName)
    {
        ArgumentNullException.ThrowIfNull(grain);
        return Service(grain, out var activation).GetAsync(activation, reminderName);
    }

    /// <inheritdoc cref="GetReminder(IGrainBase, string)"/>
    public static Task<IGrainReminder?> GetReminder(this Grain grain, string reminderName) =>
        GetReminder((IGrainBase)grain, reminderName);

    /// <summary>All reminders of the grain.</summary>
    [SuppressMessage("Design", "MA0016", Justification = "The signature is Orleans' own.")]
    public static Task<List<IGrainReminder>> GetReminders(this IGrainBase grain)
    {
        ArgumentNullException.ThrowIfNull(grain);
        return Service(grain, out var activation).GetAllAsync(activation);
    }

    /// <inheritdoc cref="GetReminders(IGrainBase)"/>
    [SuppressMessage("Design", "MA0016", Justification = "The signature is Orleans' own.")]
    public static Task<List<IGrainReminder>> GetReminders(this Grain grain) => GetReminders((IGrainBase)grain);

    private static ReminderService Service(IGrainBase grain, out Activation activation)
    {
        activation = grain.GrainContext as Activation
            ?? throw new InvalidOperationException($"{grain.GetType()} lives in no activation of this host.");
        return ReferenceEquals(Activation.Current, activation)
            ? activation.Class.Host.Reminders
            : throw new InvalidOperationException("A grain asks about its reminders in its own turns.");
    }
}
