using Twin.Geo.Datasets;
using Twin.Model;

namespace Twin.Silo.Commands;

/// <summary>Writes what is wrong to standard error, in lines that say what to do.</summary>
internal static class Problems
{
    private const int Shown = 20;

    public static int Write(Refusal refusal)
    {
        Console.Error.WriteLine($"{refusal.Code}: {refusal.Detail}");
        Console.Error.WriteLine($"  {refusal.Hint}");
        return ExitCode.Refused;
    }

    /// <summary>An address or a log that cannot be had.</summary>
    public static int Write(Exception exception) => Write(new Refusal(
        "unavailable",
        exception.Message,
        "Is another Twin running here? Choose another --urls, --data or TWIN_POSTGRES."));

    public static int Write(string folder, IReadOnlyList<DatasetProblem> problems)
    {
        Console.Error.WriteLine($"The dataset in {folder} cannot be used:");
        foreach (var problem in problems.Take(Shown))
        {
            Console.Error.WriteLine(FormattableString.Invariant(
                $"  {problem.File}:{problem.Line} {problem.Code}: {problem.Detail} {problem.Hint}"));
        }

        if (problems.Count > Shown)
        {
            Console.Error.WriteLine(FormattableString.Invariant($"  … and {problems.Count - Shown} more."));
        }

        return ExitCode.Refused;
    }
}
