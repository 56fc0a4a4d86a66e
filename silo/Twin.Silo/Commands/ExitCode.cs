namespace Twin.Silo.Commands;

/// <summary>What the program ends with.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>It ran, and found what it looked for: figures that differ, files that are stale.</summary>
    public const int Difference = 1;

    /// <summary>It could not run with what it was given.</summary>
    public const int Refused = 2;
}
