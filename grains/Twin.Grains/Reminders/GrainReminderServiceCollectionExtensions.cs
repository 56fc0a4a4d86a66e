using Microsoft.Extensions.DependencyInjection;
using Twin.Embedded.Reminders;
using Twin.Model.States;

namespace Twin.Grains.Reminders;

/// <summary>Adds what keeps the reminders of grains in the embedded host.</summary>
public static class GrainReminderServiceCollectionExtensions
{
    /// <summary>Keeps the reminders of grains in the registered <see cref="IStateStore"/>.</summary>
    public static IServiceCollection AddGrainReminders(this IServiceCollection services) =>
        services.AddSingleton<IReminderStore>(
            provider => new StateReminderStore(provider.GetRequiredService<IStateStore>()));
}
