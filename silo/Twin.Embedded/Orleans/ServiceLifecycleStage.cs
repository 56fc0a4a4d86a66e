namespace Orleans;

/// <summary>
/// Stages of the silo's life. The embedded host has work of its own at the deactivation of grains alone.
/// </summary>
public static class ServiceLifecycleStage
{
    /// <summary>Before all others.</summary>
    public const int First = int.MinValue;

    /// <summary>Where the runtime itself begins.</summary>
    public const int RuntimeInitialize = 2000;

    /// <summary>Services of the runtime.</summary>
    public const int RuntimeServices = 4000;

    /// <summary>Storages.</summary>
    public const int RuntimeStorageServices = 6000;

    /// <summary>Services that grains need.</summary>
    public const int RuntimeGrainServices = 8000;

    /// <summary>After the services that grains need.</summary>
    public const int AfterRuntimeGrainServices = 8100;

    /// <summary>Services of the application.</summary>
    public const int ApplicationServices = 10000;

    /// <summary>Ends when all grains are deactivated.</summary>
    public const int GrainDeactivation = 19998;

    /// <summary>Just before the silo is active.</summary>
    public const int BecomeActive = Active - 1;

    /// <summary>The silo is active.</summary>
    public const int Active = 20000;

    /// <summary>After all others.</summary>
    public const int Last = int.MaxValue;
}
