using System.Diagnostics;
using System.Text.RegularExpressions;
using Twin.TestKit;

namespace Twin.Silo.Tests;

/// <summary>
/// What the README shows is what happens: its curl commands run, in order, and answer as printed, but for the sequence
/// number: the fleet of the demonstration reports too, as it moves.
/// </summary>
public sealed partial class ReadmeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Its_commands_answer_as_it_says()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(ReferenceData.RepositoryRoot, "README.md"));
        var examples = Example().Matches(readme);
        await using var twin = await TwinProcess.StartCityAsync(_folder.Path);
        var address = twin.Client.BaseAddress?.GetLeftPart(UriPartial.Authority) ?? string.Empty;

        Assert.Equal(2, examples.Count);
        var sequence = string.Empty;
        foreach (Match example in examples)
        {
            var command = example.Groups["command"].Value
                .Replace("http://127.0.0.1:8080", address, StringComparison.Ordinal);
            var answer = await RunAsync(MinSequence().Replace(command, sequence));
            sequence = Sequence().Match(answer) is { Success: true } given ? given.Value : sequence;
            Assert.Equal(
                Sequence().Replace(example.Groups["answer"].Value, sequence).Trim(),
                answer.Trim());
        }

        Assert.NotEmpty(sequence);
    }

    private static async Task<string> RunAsync(string command)
    {
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-c", command])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        }) ?? throw new InvalidOperationException("bash did not start.");
        var output = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        return output;
    }

    [GeneratedRegex(
        "```sh\n(?<command>curl .*?)```\\s+```json\n(?<answer>.*?)```",
        RegexOptions.Singleline,
        matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Example();

    [GeneratedRegex("(?<=\"sequence\":)\\d+", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Sequence();

    [GeneratedRegex("(?<=minSequence=)\\d+", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex MinSequence();
}
