using Orleans;
using Orleans.Runtime;

namespace Twin.Embedded.Tests.Grains;

internal sealed class RemindedGrain(Probe probe) : Grain, IRemindedGrain
{
    public Task Remind(string name, TimeSpan dueTime, TimeSpan period) =>
        this.RegisterOrUpdateReminder(name, dueTime, period);

    public async Task Forget(string name)
    {
        var reminder = await this.GetReminder(name) ?? throw new ScriptException($"No reminder {name}.");
        await this.UnregisterReminder(reminder);
    }

    public async Task ForgetStale(string name, TimeSpan period)
    {
        var stale = await this.RegisterOrUpdateReminder(name, period, period);
        await this.RegisterOrUpdateReminder(name, period, period);
        await this.UnregisterReminder(stale);
    }

    public async Task<string> Names()
    {
        var reminders = await this.GetReminders();
        return string.Join(' ', reminders.Select(one => one.ReminderName).Order(StringComparer.Ordinal));
    }

    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        probe.Write(FormattableString.Invariant(
            $"{this.GetPrimaryKeyString()} reminded of {reminderName} at {status.CurrentTickTime:HH:mm}"));
        return reminderName.Equals("failing", StringComparison.Ordinal)
            ? Task.FromException(new ScriptException(reminderName))
            : Task.CompletedTask;
    }
}
